"""Lines of a plan for who looks: each item with the words that it had then, if it may be read."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from samenspel.delen.models import Woorden
from samenspel.huishouden.models import Persoon
from samenspel.kennis.models import Organisatie
from samenspel.kern.delen import Zicht
from samenspel.kern.plan import DEELNAME, OPEN, Planregel
from samenspel.kern.wet.wetten import wettekst
from samenspel.organisatie.models import Account
from samenspel.plan.models import Deelname
from samenspel.plan.versies import regel_van_deelname, regels_nu
from samenspel.web.blik import Blik
from samenspel.web.netwerkblik import netwerknamen
from samenspel.web.tekst import dag_kort, euro

__all__ = ["GEWIST", "deelnames", "deelnemers", "regels", "voorzieningen"]

R = TypeVar("R", Account, Organisatie, Persoon)

SOORTNAMEN = {"doel": "Doel", "actie": "Actie", "voorziening": "Voorziening", DEELNAME: "Wie doet mee"}
STATUSNAMEN = {
    "loopt": "loopt",
    "bereikt": "bereikt",
    "losgelaten": "losgelaten",
    "open": "nog te doen",
    "gedaan": "gedaan",
    "beeindigd": "beëindigd",
    "doet_mee": "doet mee",
    "doet_niet_mee": "doet niet mee",
    "nog_niet": "doet nog niet mee",
}
TOEGANGNAMEN = {"vrij_toegankelijk": "vrij toegankelijk", "maatwerk": "maatwerk, met een besluit of indicatie"}
PERNAMEN = {"week": "per week", "maand": "per maand", "eenmalig": "één keer"}
ANDER = "iemand anders uit uw huishouden"
GEWIST = "Deze tekst is gewist."


def regels(blik: Blik, van: Iterable[Planregel]) -> dict[Planregel, dict[str, Any]]:
    """The lines that may be read, as they stood then."""
    leesbaar = [r for r in van if UUID(r.item) in blik.zichtbaar]
    rijen = Woorden.objects.filter(item__in=[r.item for r in leesbaar])
    tekst = {(str(i), n): dict(w or {}) for i, n, w in rijen.values_list("item_id", "volgnummer", "inhoud")}
    namen = _namen(blik, {sleutel for r in leesbaar for sleutel in (r.wie, *_personen(r))})
    return {r: _regel(r, tekst.get((r.item, r.woorden), {}), namen, blik.dag) for r in leesbaar}


def voorzieningen(blik: Blik) -> list[dict[str, Any]]:
    """What is put to use now and may be read."""
    return [lijn for r, lijn in _nu(blik).items() if r.soort == "voorziening" and not lijn["klaar"]]


def deelnames(blik: Blik) -> dict[str, list[dict[str, Any]]]:
    """Per goal who takes part in it and who doesn't, as far as it may be read."""
    per_doel: dict[str, list[dict[str, Any]]] = {}
    for r, lijn in _nu(blik).items():
        if r.soort == DEELNAME:
            per_doel.setdefault(lijn["doel"], []).append(lijn)
    return per_doel


def deelnemers(blik: Blik, rijen: Iterable[Deelname]) -> dict[UUID, str]:
    """Of these deelnames that may be read, who takes part or doesn't, also of what was withdrawn."""
    return {UUID(r.item): lijn["tekst"] for r, lijn in regels(blik, map(regel_van_deelname, rijen)).items()}


def _nu(blik: Blik) -> dict[Planregel, dict[str, Any]]:
    """The lines of the plan as it stands, read once for one look."""
    if not blik.planlijnen:
        blik.planlijnen.update(regels(blik, regels_nu(blik.casus)))
    return blik.planlijnen


def _regel(r: Planregel, woorden: Mapping[str, str], namen: Mapping[str, str], vandaag: date) -> dict[str, Any]:
    voor = date.fromisoformat(r.voor) if r.voor else None
    laat = (vandaag - voor).days if voor is not None and r.status in OPEN else 0
    return {
        "soort": r.soort,
        "soortnaam": SOORTNAMEN[r.soort],
        "item": r.item,
        "tekst": woorden.get("tekst") or woorden.get("wat") or GEWIST,
        "wie": namen.get(r.wie) or woorden.get("wie") or woorden.get("aanbieder", ""),
        "wanneer": dag_kort(voor, vandaag) if voor is not None else "",
        "laat": max(laat, 0),
        "status": STATUSNAMEN.get(r.status, r.status),
        "klaar": r.status not in OPEN,
        "doel": r.doel,
        "reden": woorden.get("waarom", ""),
        **(_voorziening(r, woorden, namen, vandaag) if r.soort == "voorziening" else {}),
        **(_deelname(r, woorden, namen, vandaag) if r.soort == DEELNAME else {}),
    }


def _voorziening(r: Planregel, woorden: Mapping[str, str], namen: Mapping[str, str], vandaag: date) -> dict[str, str]:
    meer = dict(r.meer)
    dagen = {n: dag_kort(date.fromisoformat(meer[n]), vandaag) for n in ("van", "tot", "beeindigd_op") if n in meer}
    einde = dagen.get("beeindigd_op") or dagen.get("tot")
    periode = [f"vanaf {dagen['van']}" if "van" in dagen else "", f"tot en met {einde}" if einde else ""]
    return {
        "toegang": TOEGANGNAMEN.get(meer.get("toegang", ""), ""),
        "gratis": "ja" if meer.get("kosten") == "0" else "",
        "maatwerk": "ja" if meer.get("toegang") == "maatwerk" else "",
        "wet": wettekst(woorden, meer.get("wet", "")),
        "kosten": f"{euro(int(meer['kosten']))} {PERNAMEN[meer['per']]}" if "kosten" in meer else "",
        "periode": " ".join(p for p in periode if p),
        "voor": ", ".join(namen[p] for p in _personen(r) if p in namen and namen[p] != ANDER),
    }


def _deelname(r: Planregel, woorden: Mapping[str, str], namen: Mapping[str, str], vandaag: date) -> dict[str, str]:
    vanaf = dict(r.meer).get("vanaf", "")
    dag = dag_kort(date.fromisoformat(vanaf), vandaag) if vanaf else ""
    return {
        "tekst": namen.get(r.wie) or woorden.get("wie", GEWIST),
        "wie": "",
        "periode": (f"wel vanaf {dag}" if r.status == "nog_niet" else f"vanaf {dag}") if dag else "",
        "reden": woorden.get("reden", ""),
    }


def _personen(r: Planregel) -> list[str]:
    return [f"persoon:{sleutel}" for sleutel in dict(r.meer).get("betreft", "").split()]


def _namen(blik: Blik, wie: Iterable[str]) -> dict[str, str]:
    per_soort: dict[str, list[str]] = {}
    for soort, _, sleutel in (w.partition(":") for w in wie if w):
        per_soort.setdefault(soort, []).append(sleutel)
    namen = {f"account:{a.pk}": blik.naam_van(a) for a in _rijen(Account, per_soort.get("account"))}
    namen |= {f"netwerk:{k}": naam for k, naam in netwerknamen(blik, per_soort.get("netwerk", ())).items()}
    namen |= {f"organisatie:{o.pk}": o.naam for o in _rijen(Organisatie, per_soort.get("organisatie"))}
    for persoon in _rijen(Persoon, per_soort.get("persoon")):
        zicht = blik.personen.get(persoon.pk)
        bekend = not blik.alleen_inwoner or (zicht is not None and zicht.personalia is Zicht.GEHEEL)
        namen[f"persoon:{persoon.pk}"] = persoon.voornaam if bekend else ANDER
    return namen


def _rijen(model: type[R], sleutels: list[str] | None) -> Iterable[R]:
    return model._default_manager.filter(pk__in=sleutels) if sleutels else ()
