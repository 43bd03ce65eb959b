"""Signalen as pages show them: a line in a list, what can be done now, what happened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localdate

from samenspel.casus.models import Casus
from samenspel.kern.signaal import Soort, Status, wacht_te_lang
from samenspel.organisatie.models import Account, Team
from samenspel.regie.zoeken import Treffer
from samenspel.signaal.models import MIJN_PLAN, Signaal, Signaalgebeurtenis, Signaalwoorden
from samenspel.signaal.selectors import gevraagd_aan, lag_in, speler_van, stand_van, van_houder, woorden_van
from samenspel.web.forms.signalen import BRONNAMEN, WEGNAMEN
from samenspel.web.tekst import dag_kort
from samenspel.web.treffers import treffer_regel

BEGIN = 140


@dataclass(frozen=True, slots=True)
class Signaalregel:
    """One signaal in a list, for who may read it."""

    id: UUID
    url: str
    over: str
    zorg: str
    binnen: str
    spoed: bool
    gevraagd: bool
    te_lang: bool
    stand: str


def signaalregels(account: Account, nu: datetime) -> list[Signaalregel]:
    """What this one was asked to take over, then what this one holds; urgent and oldest first."""
    rijen = [*gevraagd_aan(account), *van_houder(account)]
    woorden = woorden_van(rijen)
    return [_regel(s, account, nu, woorden.get(s.pk, {})) for s in rijen]


def _regel(signaal: Signaal, account: Account, nu: datetime, woorden: dict[str, str]) -> Signaalregel:
    stand, dag = stand_van(signaal), localdate(nu)
    gevraagd = stand.gevraagd(speler_van(account))
    zorg = woorden.get("zorg", "")
    return Signaalregel(
        id=signaal.pk,
        url=reverse("signaal", args=[signaal.pk]),
        over=woorden.get("over_wie", "") or "Signaal",
        zorg=zorg if len(zorg) <= BEGIN else zorg[:BEGIN].rsplit(" ", 1)[0] + "…",
        binnen=dag_kort(signaal.binnen_op, dag),
        spoed=signaal.spoed,
        gevraagd=gevraagd,
        te_lang=wacht_te_lang(stand, dag, settings.SIGNAAL_DAGEN),
        stand=standzin(signaal, account, nu),
    )


def standzin(signaal: Signaal, account: Account, nu: datetime) -> str:
    """Who has it and whom it waits for, in one sentence."""
    dag = localdate(nu)
    if signaal.status == Status.IN_DOSSIER.value:
        return "In het dossier gelegd."
    if signaal.status == Status.GESLOTEN.value:
        return "Afgesloten, zonder vervolg."
    if signaal.gevraagd_op is None:
        sinds = dag_kort(signaal.houder_sinds, dag)
        return f"{'U hebt' if signaal.houder_id == account.pk else signaal.houder.naam + ' heeft'} het sinds {sinds}."
    sinds = dag_kort(signaal.gevraagd_op, dag)
    if signaal.houder_id != account.pk:
        wie = "uw team" if signaal.gevraagd_team_id is not None else "u"
        return f"{signaal.houder.naam} vraagt {wie} dit over te nemen, sinds {sinds}."
    aan = signaal.gevraagd_account or signaal.gevraagd_team
    return f"Wacht op {aan.naam if aan is not None else ''}, sinds {sinds}. Tot die ja zegt, hebt u het."


VAN_INWONER = {"inwoner": "Een inwoner, zelf", MIJN_PLAN: "In Mijn plan"}
"""How a concern is called that a resident told in their own plan; nobody else records one like that."""


def herkomst(signaal: Signaal, woorden: dict[str, str]) -> list[tuple[str, str]]:
    """Who told it and how it came in, as questions with answers."""
    namen = {code: naam for naam, code in {**BRONNAMEN, **WEGNAMEN}.items()} | VAN_INWONER
    regels = [("Wie vertelde het", namen[signaal.bron])]
    if signaal.anoniem:
        regels.append(("Naam", "Wil onbekend blijven"))
    elif woorden.get("melder"):
        regels.append(("Naam", woorden["melder"]))
    if woorden.get("telefoon"):
        regels.append(("Telefoonnummer", woorden["telefoon"]))
    regels.append(("Wil horen wat ermee gebeurt", "Ja" if signaal.wil_horen else "Nee"))
    return [*regels, ("Hoe het binnenkwam", namen[signaal.weg])]


_ZINNEN = {
    Soort.VASTGELEGD: "Signaal vastgelegd",
    Soort.INGETROKKEN: "De vraag is ingetrokken",
    Soort.AANGENOMEN: "Overgenomen",
    Soort.GEWEIGERD: "Niet overgenomen",
    Soort.IN_DOSSIER: "In een dossier gelegd",
    Soort.UIT_DOSSIER: "Uit het dossier gehaald: het hoort ergens anders",
    Soort.GESLOTEN: "Afgesloten",
    Soort.GEWIST: "De tekst is gewist",
}


def verloop(signaal: Signaal, nu: datetime) -> list[dict[str, Any]]:
    """What happened to it, newest first, with the reasons that were given."""
    rijen = list(Signaalgebeurtenis.objects.filter(signaal=signaal).select_related("account").order_by("-volgnummer"))
    gevraagd = {g for rij in rijen for g in (rij.gegevens.get("aan"), rij.gegevens.get("team")) if g}
    namen = _namen(gevraagd)
    woorden: dict[UUID, list[dict[str, str]]] = {}
    koppen = {"reden": "Erbij gezegd", "verteld": "Verteld aan wie het signaal gaf"}
    for w in Signaalwoorden.objects.filter(gebeurtenis__signaal=signaal, soort__in=koppen, gewist_op__isnull=True):
        for tekst in (w.inhoud or {}).values():
            woorden.setdefault(w.gebeurtenis_id, []).append({"vraag": koppen[w.soort], "tekst": tekst})
    return [
        {
            "moment": rij.op,
            "wanneer": dag_kort(localdate(rij.op), localdate(nu)),
            "tekst": _zin(rij, namen),
            "wie": rij.account.naam,
            "woorden": woorden.get(rij.pk, []),
        }
        for rij in rijen
    ]


def _zin(rij: Signaalgebeurtenis, namen: dict[str, str]) -> str:
    if rij.soort != Soort.VOORGESTELD.value:
        return _ZINNEN[Soort(rij.soort)]
    aan = rij.gegevens.get("aan") or rij.gegevens.get("team", "")
    return f"Gevraagd aan {namen.get(aan, 'een collega')}"


def _namen(sleutels: Iterable[str]) -> dict[str, str]:
    sleutels = list(sleutels)
    namen = {str(pk): naam for pk, naam in Account.objects.filter(pk__in=sleutels).values_list("pk", "naam")}
    return namen | {str(pk): naam for pk, naam in Team.objects.filter(pk__in=sleutels).values_list("pk", "naam")}


def bedoeld_dossier(signaal: Signaal, account: Account) -> Casus | None:
    """The dossier that was meant when the signaal was told or passed on, where this holder is its regisseur."""
    soorten = (Soort.VOORGESTELD.value, Soort.VASTGELEGD.value)
    voor = Signaalgebeurtenis.objects.filter(signaal=signaal, soort__in=soorten).order_by("-volgnummer")
    casussen = [g["casus"] for g in voor.values_list("gegevens", flat=True) if g.get("casus")]
    mogelijk = Casus.objects.filter(pk__in=casussen[:1], regisseur=account).exclude(pk__in=lag_in(signaal))
    return mogelijk.select_related("huishouden").first()


def zetten(signaal: Signaal, account: Account) -> list[dict[str, str]]:
    """What the holder can do now, the most likely first."""
    casus, lijst = bedoeld_dossier(signaal, account), []
    if casus is not None:
        naam = f"Het hoort bij {casus.huishouden.naam}"
        uitleg = f"Dossier {casus.nummer}. Wat verteld is, staat daarna in dat dossier; wie het vertelde niet."
        url = reverse("signaal_in_dossier", args=[signaal.pk, casus.pk])
        lijst.append({"naam": naam, "uitleg": uitleg, "knop": "In dit dossier leggen", "url": url})
    for naam, uitleg, knop, adres in (
        ("Kennen wij dit huishouden?", "Zoek eerst. Staat het er niet, dan begint u er een.", "Zoeken", "zoeken"),
        ("Is het voor een ander?", "Tot die ja zegt, hebt u het signaal.", "Doorgeven", "doorgeven"),
        ("Hoeft er niets te gebeuren?", "U schrijft op waarom, en wat u vertelde.", "Afsluiten", "sluiten"),
    ):
        url = reverse(f"signaal_{adres}", args=[signaal.pk])
        lijst.append({"naam": naam, "uitleg": uitleg, "knop": knop, "url": url})
    return lijst


def gevonden_voor(signaal: Signaal, account: Account, treffers: list[Treffer]) -> list[dict[str, Any]]:
    """Households that may be meant: my own by name, of another only whom to ask."""
    regels = []
    for treffer in treffers:
        casus, regel = treffer.casus, treffer_regel(treffer)
        eigen = casus is not None and casus.regisseur_id == account.pk
        if casus is not None:
            url = reverse("signaal_in_dossier", args=[signaal.pk, casus.pk])
        else:
            url = f"{reverse('signaal_doorgeven', args=[signaal.pk])}?aan=team:{treffer.huishouden.team_id}"
            regel["team"] = treffer.huishouden.team.naam
        regels.append(regel | {"eigen": eigen, "url": url})
    return regels
