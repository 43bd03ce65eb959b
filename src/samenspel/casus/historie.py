"""Checks the history of casussen: finds lines and words that were changed, removed, moved or cut off."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from samenspel.casus.keten import kop_mac_van, mac_van
from samenspel.casus.models import Casus, Gebeurtenis, Nummerreeks
from samenspel.casus.services import casusnummer
from samenspel.delen.digest import digest_van
from samenspel.delen.models import Woorden

__all__ = ["Breuk", "Controle", "controleer_alles", "controleer_casus", "controleer_deel", "nummers_weg"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Breuk:
    """One place where the history isn't what was sealed; names no person."""

    gemeente: str
    nummer: str
    volgnummer: int
    soort: str
    uitleg: str

    @property
    def melding(self) -> str:
        """One line for a person."""
        return f"{self.gemeente}, casus {self.nummer}, regel {self.volgnummer}: {self.uitleg}"


@dataclass(slots=True)
class Controle:
    """What was looked at and what was found."""

    casussen: int = 0
    gebeurtenissen: int = 0
    breuken: list[Breuk] = field(default_factory=list)


def controleer_alles() -> Controle:
    """Check every casus of every municipality, one at a time."""
    controle = Controle()
    for casus in Casus.objects.select_related("gemeente").order_by("pk").iterator(chunk_size=500):
        _kijk_na(casus, controle)
    controle.breuken.extend(nummers_weg())
    return controle


def controleer_deel(*, gemeente: UUID, na: UUID | None, hoeveel: int) -> tuple[Controle, UUID | None]:
    """Check the next casussen of one municipality; also the last that was looked at, None when there were no more."""
    controle = Controle()
    casussen = Casus.objects.filter(gemeente=gemeente).select_related("gemeente").order_by("pk")
    laatste = None
    for casus in (casussen.filter(pk__gt=na) if na is not None else casussen)[:hoeveel]:
        _kijk_na(casus, controle)
        laatste = casus.pk
    return controle, laatste if controle.casussen == hoeveel else None


def _kijk_na(casus: Casus, controle: Controle) -> None:
    een = _Onderzoek(casus)
    controle.breuken.extend(een.breuken())
    controle.casussen += 1
    controle.gebeurtenissen += len(een.regels)


def nummers_weg(gemeente: UUID | None = None) -> Iterator[Breuk]:
    """Casussen that were removed with their whole history: every number up to the last one given has a casus."""
    reeksen = Nummerreeks.objects.select_related("gemeente").order_by("gemeente__naam", "jaar")
    for reeks in reeksen.filter(gemeente=gemeente) if gemeente is not None else reeksen:
        nummers = Casus.objects.filter(gemeente=reeks.gemeente, nummer__startswith=f"{reeks.jaar}-")
        bekend = set(nummers.values_list("nummer", flat=True))
        for volg in range(1, reeks.laatste + 1):
            nummer = casusnummer(reeks.jaar, volg)
            if nummer not in bekend:
                yield Breuk(
                    gemeente=reeks.gemeente.naam,
                    nummer=nummer,
                    volgnummer=1,
                    soort="casus_weg",
                    uitleg="deze casus is weg, met haar hele geschiedenis",
                )


def controleer_casus(casus: Casus) -> list[Breuk]:
    """Where the history of one casus isn't what was sealed; reads the casus anew."""
    return list(_Onderzoek(Casus.objects.select_related("gemeente").get(pk=casus.pk)).breuken())


class _Onderzoek:
    """One casus with its lines and words, read once."""

    def __init__(self, casus: Casus) -> None:
        self.casus = casus
        # The words come apart: a join would drop a line whose words were removed.
        self.regels = list(Gebeurtenis.objects.filter(casus=casus).order_by("volgnummer"))
        van_casus = Woorden.objects.filter(item__casus=casus)
        genoemd = [regel.woorden_id for regel in self.regels if regel.woorden_id]
        self.woorden = {rij.pk: rij for rij in (*van_casus, *Woorden.objects.filter(pk__in=genoemd))}
        self.gewist = _gewist_volgens(self.regels)

    def breuken(self) -> Iterator[Breuk]:
        vorige, verwacht = "", 1
        for regel in self.regels:
            if regel.volgnummer != verwacht:
                yield self._breuk(verwacht, "regel_weg", _weg(verwacht, regel.volgnummer - 1))
            elif regel.vorige_mac != vorige:
                yield self._breuk(regel.volgnummer, "volgorde", "sluit niet aan op de regel ervoor")
            yield from self._van_regel(regel)
            vorige, verwacht = regel.mac, regel.volgnummer + 1
        yield from self._van_kop(verwacht - 1, vorige)
        yield from self._losse_woorden()

    def _van_regel(self, regel: Gebeurtenis) -> Iterator[Breuk]:
        woorden = self.woorden.get(regel.woorden_id) if regel.woorden_id else None
        if regel.woorden_id and woorden is None:
            yield self._breuk(regel.volgnummer, "woorden_weg", "de woorden die erbij horen zijn weg")
            return
        regel.woorden = woorden
        if mac_van(regel) != regel.mac:
            yield self._breuk(regel.volgnummer, "regel_veranderd", "is veranderd of verplaatst")
        if woorden is not None and (uitleg := self._fout_in(woorden, regel.woorden_digest)):
            yield self._breuk(regel.volgnummer, "woorden_veranderd", uitleg)

    def _fout_in(self, woorden: Woorden, digest: str) -> str:
        if woorden.inhoud is None or woorden.zout is None:
            return "" if woorden.pk in self.gewist else "de woorden zijn gewist zonder dat de geschiedenis dat zegt"
        if digest_van(bytes(woorden.zout), woorden.inhoud) != digest or woorden.digest != digest:
            return "de woorden die erbij horen zijn veranderd"
        return ""

    def _van_kop(self, laatste: int, mac: str) -> Iterator[Breuk]:
        kop = self.casus.kop_volgnummer
        if laatste < kop:
            yield self._breuk(laatste + 1, "afgeknipt", _weg(laatste + 1, kop))
        elif not self.regels or self.casus.kop_mac != kop_mac_van(self.casus.pk, laatste, mac):
            yield self._breuk(laatste, "kop", "het slot op het einde van de geschiedenis klopt niet")

    def _losse_woorden(self) -> Iterator[Breuk]:
        genoemd = {regel.woorden_id for regel in self.regels}
        for woorden in self.woorden.values():
            if woorden.pk not in genoemd:
                uitleg = f"woorden {woorden.pk} staan in het dossier zonder regel in de geschiedenis"
                yield self._breuk(0, "woorden_los", uitleg)

    def _breuk(self, volgnummer: int, soort: str, uitleg: str) -> Breuk:
        return Breuk(
            gemeente=self.casus.gemeente.code,
            nummer=self.casus.nummer,
            volgnummer=volgnummer,
            soort=soort,
            uitleg=uitleg,
        )


def _gewist_volgens(regels: list[Gebeurtenis]) -> set[UUID]:
    gewist = [regel.gegevens.get("woorden", []) for regel in regels if regel.soort == "woorden_gewist"]
    return {UUID(sleutel) for sleutels in gewist for sleutel in sleutels}


def _weg(van: int, tot: int) -> str:
    return "ontbreekt" if van >= tot else f"ontbreekt, tot en met regel {tot}"
