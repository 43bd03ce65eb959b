"""A municipality of any size: the demo's households many times over, each copy with people of its own.

What was played through the services is copied row by row with new keys and names, and every history is sealed anew,
so that `samenspel controleer-historie` finds in a crowd what it finds in one. Workers, teams, neighbourhoods and
tables are copied along, once per village, or one worker would carry thousands of households. In a month somebody
looked into each copy a number of times, since every look is a row.
"""

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any, TypeAlias
from uuid import UUID

from django.apps import apps
from django.db import models
from django.utils.timezone import localtime

from samenspel.casus.keten import kop_mac_van, mac_van
from samenspel.casus.models import Casus, Gebeurtenis, Nummerreeks
from samenspel.casus.services import casusnummer
from samenspel.delen.models import Inzage, Woorden
from samenspel.delen.services import inzage_op
from samenspel.demo.namen import ACHTERNAMEN, VOORNAMEN
from samenspel.huishouden.models import Huishouden, Persoon, Zoekdeel
from samenspel.huishouden.services import maak_zoekindex
from samenspel.kern.delen import Reden
from samenspel.organisatie.models import Account, Gemeente, Rolvervulling, Taakvervulling, Team, Wijk
from samenspel.overleg.models import Tafel

__all__ = ["RONDES", "vermenigvuldig"]

KEER_GELEZEN = 16
"""How often in the last thirty days somebody looked into a dossier: some are on the table, most rest."""
DAGEN_GELEZEN = 30
RONDES = 4
"""How often a village repeats its households, so that a worker carries as many as in a busy team."""

Model: TypeAlias = type[models.Model]
Rij: TypeAlias = models.Model
Sleutels: TypeAlias = Mapping[Model, Mapping[Any, Any]]

DORP: tuple[Model, ...] = (Wijk, Team, Account, Tafel, Rolvervulling, Team.wijken.through)
"""What a village has of its own, in this order."""
NIET: tuple[Model, ...] = (Inzage, Zoekdeel, Taakvervulling)
"""What isn't copied: who looked (made anew), the search index (made anew), and work for the whole municipality."""
APPS = "samenspel."
PER_KEER = 2_000


def vermenigvuldig(*, gemeente: Gemeente, tot: int, zaad: int, nu: datetime, meld: Callable[[str], None]) -> int:
    """Copy the households of a demo until there are `tot`; gives how many there are. One transaction, by the caller.

    `nu`: until when was looked into the copies.

    Raises ValueError for a municipality that isn't a demo.
    """
    if not gemeente.demo:
        raise ValueError("only a demo is multiplied")
    kans = random.Random(zaad)
    dorp = _Dorp(gemeente)
    gezinnen = [_Gezin(h) for h in Huishouden.objects.filter(gemeente=gemeente).order_by("pk")]
    aantal = len(gezinnen)
    while gezinnen and aantal < tot:
        mensen = dorp.kopieer(kans)
        for gezin in gezinnen * RONDES:
            if aantal >= tot:
                break
            aantal += 1
            gezin.kopieer(mensen, kans)
        _lees(_schrijf_weg(gezinnen), nu, kans)
        meld(f"  {aantal} van {tot} huishoudens")
    return aantal


class _Dorp:
    """The teams, neighbourhoods, tables and workers of a demo; residents and taken are not copied."""

    def __init__(self, gemeente: Gemeente) -> None:
        # A crowd can grow again: its next villages get numbers that none has yet.
        self.nummer = Team.objects.filter(gemeente=gemeente).count()
        buiten = Taakvervulling.objects.filter(gemeente=gemeente).values("account")
        mensen = Account.objects.filter(gemeente=gemeente, persoon__isnull=True).exclude(pk__in=buiten)
        self.rijen: dict[Model, list[Rij]] = {
            Wijk: list(Wijk.objects.filter(gemeente=gemeente)),
            Team: list(Team.objects.filter(gemeente=gemeente)),
            Account: list(mensen),
            Tafel: list(Tafel.objects.filter(gemeente=gemeente)),
            Rolvervulling: list(Rolvervulling.objects.filter(gemeente=gemeente)),
            Team.wijken.through: list(Team.wijken.through._default_manager.filter(team__gemeente=gemeente)),
        }

    def kopieer(self, kans: random.Random) -> Sleutels:
        """Write one more village; gives the new keys by the old ones."""
        self.nummer += 1
        nieuw: Sleutels = {m: {rij.pk: _sleutel(m, kans) for rij in rijen} for m, rijen in self.rijen.items()}
        for model, rijen in self.rijen.items():
            kopie = [_kopie(rij, nieuw, {}) for rij in rijen]
            for rij in kopie:
                if isinstance(rij, Wijk | Team | Tafel):
                    rij.naam = f"{rij.naam} {self.nummer}"
                if isinstance(rij, Account):
                    rij.gebruikersnaam, rij.functie = f"{rij.gebruikersnaam}-{self.nummer}", ""
                    rij.naam = f"{kans.choice(VOORNAMEN)} {kans.choice(ACHTERNAMEN)}"
                    rij.set_unusable_password()
            model._default_manager.bulk_create(kopie)
        return {model: sleutels for model, sleutels in nieuw.items() if model is not Team.wijken.through}


class _Gezin:
    """A household with everything that hangs on it, read once; copies wait here until they are written."""

    def __init__(self, huishouden: Huishouden) -> None:
        self.rijen = _wat_eraan_hangt(huishouden)
        self.kopieen: dict[Model, list[Rij]] = defaultdict(list)

    def kopieer(self, dorp: Sleutels, kans: random.Random) -> None:
        """One more copy, in a village."""
        nieuw: dict[Model, dict[Any, Any]] = {m: {r.pk: _sleutel(m, kans) for r in rs} for m, rs in self.rijen.items()}
        # A row whose key is another row takes the key of that one's copy.
        for model, rijen in self.rijen.items():
            if (ouder := _ouder(model)) is not None:
                nieuw[model] = {rij.pk: nieuw[ouder][rij.pk] for rij in rijen}
        alle = {**dorp, **nieuw}
        tekst = {
            str(oud): str(sleutel) for per in alle.values() for oud, sleutel in per.items() if isinstance(oud, UUID)
        }
        kopie = {m: [_kopie(rij, alle, tekst) for rij in rijen] for m, rijen in self.rijen.items()}
        _noem(kopie, kans)
        _verzegel(kopie)
        for model, rijen in kopie.items():
            self.kopieen[model] += rijen


def _wat_eraan_hangt(huishouden: Huishouden) -> dict[Model, list[Rij]]:
    """All rows of the household: whatever points to one of them, and the people that belong to it."""
    eigen = _eigen_modellen()
    gevonden: dict[Model, dict[Any, Rij]] = {model: {} for model in eigen}
    gevonden[Huishouden][huishouden.pk] = huishouden
    while any(_groei(gevonden, model, veld) for model in eigen for veld in _verwijzingen(model)):
        pass
    while any(_laat_los(gevonden, model, veld) for model in eigen for veld in _verwijzingen(model)):
        pass
    return {model: list(rijen.values()) for model, rijen in gevonden.items() if rijen}


def _groei(gevonden: dict[Model, dict[Any, Rij]], model: Model, veld: Any) -> bool:
    """Add what points to a row that was found by this field, and the people it points to; says whether any came."""
    doel, voor = veld.related_model, sum(map(len, gevonden.values()))
    if gevonden.get(doel):
        wijst = model._default_manager.filter(**{f"{veld.name}__in": list(gevonden[doel])})
        gevonden[model].update((rij.pk, rij) for rij in wijst if rij.pk not in gevonden[model])
    if doel is Persoon:
        nodig = {getattr(rij, veld.attname) for rij in gevonden[model].values()} - {None, *gevonden[Persoon]}
        gevonden[Persoon].update((persoon.pk, persoon) for persoon in Persoon.objects.filter(pk__in=nodig))
    return sum(map(len, gevonden.values())) > voor


def _laat_los(gevonden: dict[Model, dict[Any, Rij]], model: Model, veld: Any) -> bool:
    """Leave out what also hangs on another household, that isn't copied here; says whether any went."""
    if veld.related_model not in gevonden:
        return False
    weg = [pk for pk, rij in gevonden[model].items() if _elders(rij, veld, gevonden[veld.related_model])]
    for pk in weg:
        del gevonden[model][pk]
    return bool(weg)


def _elders(rij: Rij, veld: Any, bekend: Mapping[Any, Rij]) -> bool:
    doel = getattr(rij, veld.attname)
    return doel is not None and doel not in bekend


def _eigen_modellen() -> list[Model]:
    """Every model of this program of which a household has rows of its own: those that lead to a household."""
    alle = [m for m in apps.get_models(include_auto_created=True) if m.__module__.startswith(APPS)]
    alle = [m for m in alle if m not in (*DORP, *NIET)]
    eigen: set[Model] = {Huishouden, Persoon}
    gegroeid = True
    while gegroeid:
        erbij = {m for m in alle if m not in eigen and any(v.related_model in eigen for v in _verwijzingen(m))}
        gegroeid = bool(erbij)
        eigen |= erbij
    return [m for m in alle if m in eigen]


def _verwijzingen(model: Model) -> list[Any]:
    return [veld for veld in model._meta.concrete_fields if veld.is_relation]


def _ouder(model: Model) -> Model | None:
    sleutel = model._meta.pk
    return sleutel.related_model if isinstance(sleutel, models.OneToOneField) else None


def _sleutel(model: Model, kans: random.Random) -> UUID | None:
    """A new key; counted keys are left to the database."""
    return UUID(int=kans.getrandbits(128), version=4) if isinstance(model._meta.pk, models.UUIDField) else None


def _kopie(rij: Rij, sleutels: Sleutels, tekst: Mapping[str, str]) -> Rij:
    model = type(rij)
    kopie = model()
    for veld in model._meta.concrete_fields:
        waarde = getattr(rij, veld.attname)
        if veld.is_relation:
            waarde = sleutels.get(veld.related_model, {}).get(waarde, waarde)  # type: ignore[arg-type]
        elif veld.primary_key:
            waarde = sleutels[model].get(waarde)
        elif isinstance(veld, models.JSONField):
            waarde = _met_nieuwe_sleutels(waarde, tekst)
        setattr(kopie, veld.attname, waarde)
    return kopie


def _met_nieuwe_sleutels(waarde: Any, tekst: Mapping[str, str]) -> Any:
    if isinstance(waarde, str):
        return tekst.get(waarde, waarde)
    if isinstance(waarde, list):
        return [_met_nieuwe_sleutels(deel, tekst) for deel in waarde]
    if isinstance(waarde, dict):
        return {sleutel: _met_nieuwe_sleutels(deel, tekst) for sleutel, deel in waarde.items()}
    return waarde


def _noem(kopie: Mapping[Model, list[Rij]], kans: random.Random) -> None:
    """Names and birth dates of their own."""
    achternaam = kans.choice(ACHTERNAMEN)
    for rij in kopie.get(Persoon, ()):
        assert isinstance(rij, Persoon)
        rij.voornaam, rij.achternaam = kans.choice(VOORNAMEN), achternaam
        if rij.geboortedatum is not None:
            rij.geboortedatum += timedelta(days=kans.randint(-200, 200))
    for rij in kopie[Huishouden]:
        assert isinstance(rij, Huishouden)
        rij.naam = f"Gezin {achternaam}"


def _verzegel(kopie: Mapping[Model, list[Rij]]) -> None:
    """Seal the copied history: the same events, of another casus."""
    woorden = {rij.pk: rij for rij in kopie.get(Woorden, ())}
    per_casus: dict[UUID, list[Gebeurtenis]] = defaultdict(list)
    for rij in kopie.get(Gebeurtenis, ()):
        assert isinstance(rij, Gebeurtenis)
        if rij.woorden_id is not None:
            rij.woorden = woorden[rij.woorden_id]  # type: ignore[assignment]
        per_casus[rij.casus_id].append(rij)
    for casus in kopie.get(Casus, ()):
        assert isinstance(casus, Casus)
        vorige = ""
        for regel in sorted(per_casus[casus.pk], key=lambda g: g.volgnummer):
            regel.vorige_mac = vorige
            vorige = regel.mac = mac_van(regel)
        casus.kop_mac = kop_mac_van(casus.pk, casus.kop_volgnummer, vorige)


def _schrijf_weg(gezinnen: Iterable[_Gezin]) -> list[Casus]:
    per_model: dict[Model, list[Rij]] = defaultdict(list)
    for gezin in gezinnen:
        for model, rijen in gezin.kopieen.items():
            per_model[model] += rijen
        gezin.kopieen.clear()
    casussen = [rij for rij in per_model.get(Casus, []) if isinstance(rij, Casus)]
    _nummer(casussen)
    for model in _in_volgorde(per_model):
        model._default_manager.bulk_create(per_model[model], batch_size=PER_KEER)
    maak_zoekindex([rij for rij in per_model[Huishouden] if isinstance(rij, Huishouden)])
    return casussen


def _lees(casussen: Iterable[Casus], nu: datetime, kans: random.Random) -> None:
    """The regisseur opened each dossier on days of the last month, mostly in the daytime."""
    inzagen = []
    for casus in casussen:
        for _ in range(KEER_GELEZEN):
            uur = kans.choices((2, 9, 11, 14, 16, 20), weights=(1, 200, 300, 300, 200, 20))[0]
            dag = localtime(nu) - timedelta(days=kans.randint(1, DAGEN_GELEZEN))
            op = dag.replace(hour=uur, minute=kans.randint(0, 59))
            inzagen.append(inzage_op(casus.regisseur, "casus", op, casus=casus, reden=Reden.REGIE.value))
    Inzage.objects.bulk_create(inzagen, batch_size=PER_KEER)


def _nummer(casussen: list[Casus]) -> None:
    """The next numbers of the year in which each was opened."""
    per_jaar: dict[int, list[Casus]] = defaultdict(list)
    for casus in casussen:
        per_jaar[int(casus.nummer.partition("-")[0])].append(casus)
    for jaar, rijen in per_jaar.items():
        reeks = Nummerreeks.objects.select_for_update().get(gemeente=rijen[0].gemeente_id, jaar=jaar)
        for casus in rijen:
            reeks.laatste += 1
            casus.nummer = casusnummer(jaar, reeks.laatste)
        reeks.save(update_fields=["laatste"])


def _in_volgorde(modellen: Iterable[Model]) -> Iterator[Model]:
    """Models after those that they point to."""
    wacht = list(modellen)
    while wacht:
        vrij = [
            m for m in wacht if not any(v.related_model in wacht and v.related_model is not m for v in _verwijzingen(m))
        ]
        # In a circle any order will do: the check waits for the end of the transaction.
        for model in vrij or wacht[:1]:
            wacht.remove(model)
            yield model
