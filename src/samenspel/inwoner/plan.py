"""Mijn plan: everything that concerns one resident, in plain words, cut to what `Blik` lets through."""

from datetime import date
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate

from samenspel.casus.models import Contact, EigenWoorden
from samenspel.delen.models import Woorden
from samenspel.huishouden.models import Persoon
from samenspel.inwoner.delen import gegeven, meekijkers, partners
from samenspel.inwoner.weg import mijn_trajecten, weg_van
from samenspel.kern.delen import Zicht
from samenspel.organisatie.models import Account
from samenspel.overleg.models import Agendapunt
from samenspel.plan.models import Actie, Doel
from samenspel.regie.mijn_plan import Reactie, reacties_bij
from samenspel.web.blik import Blik
from samenspel.web.hulpblik import hulpregels, loketregels
from samenspel.web.leefgebiedblik import uitvraag
from samenspel.web.netwerkblik import netwerknamen, netwerkregels
from samenspel.web.planlijnen import deelnames, voorzieningen
from samenspel.web.tekst import dag_kort, initialen

WOORDVRAGEN = (("ik_wil", "Wat ik wil"), ("ik_kan", "Wat ik kan"), ("ik_heb_nodig", "Wat ik nodig heb"))
STATUSSEN = {"loopt": "", "bereikt": "bereikt", "losgelaten": "niet meer nodig"}


def bouw(blik: Blik, persoon: Persoon) -> dict[str, Any]:
    """What Mijn plan shows this resident."""
    contact = contact_van(blik.casus.regisseur)
    wegen = [weg_van(blik, t, contact["roepnaam"]) for t in mijn_trajecten(blik)]
    reacties = reacties_bij(blik.casus, blik.zichtbaar)
    acties = _acties(blik, persoon, reacties)
    return {
        "blik": blik,
        "casus": blik.casus,
        "persoon": persoon,
        "contact": contact,
        "wegen": [w for w in wegen if w["open"]],
        "afgerond": [w for w in wegen if not w["open"]],
        "woorden": _woorden(blik, persoon),
        "kinderwoorden": _kinderwoorden(blik, persoon),
        "uitvraag": uitvraag(blik),
        "doelen": _doelen(blik, reacties),
        "voorzieningen": [{"regel": r, "reacties": reacties.get(UUID(r["item"]), [])} for r in voorzieningen(blik)],
        "bellen": _bellen(blik),
        "anderen": [a for a in acties if not a["eigen"] and not a["gedaan"]],
        "eigen": [a for a in acties if a["eigen"] and not a["gedaan"]],
        "gedaan": [a for a in acties if a["gedaan"]],
        "gesprekken": _gesprekken(blik, reacties),
        "hulp": [{"regel": r, "reacties": reacties.get(r.item, [])} for r in hulpregels(blik)],
        "zaken": [{"regel": r, "reacties": reacties.get(r.item, [])} for r in loketregels(blik)],
        "netwerk": [{"regel": r, "reacties": reacties.get(r.item, [])} for r in netwerkregels(blik)],
        "partners": partners(blik),
        "gegeven": gegeven(blik),
        "meekijkers": meekijkers(blik),
    }


def contact_van(regisseur: Account) -> dict[str, Any]:
    """The resident's contactpersoon, and who answers when that one is away."""
    vervanger = regisseur.vervanger
    return {
        "naam": regisseur.naam,
        "roepnaam": roepnaam(regisseur.naam),
        "initialen": initialen(regisseur.naam),
        "telefoon": regisseur.telefoon,
        "vervanger": vervanger.naam if vervanger is not None else "",
        "vervanger_telefoon": vervanger.telefoon if vervanger is not None else "",
    }


def roepnaam(naam: str) -> str:
    """How somebody is called: the first name, or the whole name where that begins with an initial."""
    eerste = naam.split(" ", 1)[0]
    return naam if (len(eerste) < 3 and eerste.rstrip(".") != eerste) or len(eerste) == 1 else eerste


def eigen_woorden_van(blik: Blik, persoon: Persoon) -> EigenWoorden | None:
    """The row with this resident's own words, if there is one and it may be read."""
    rijen = EigenWoorden.objects.filter(item__casus=blik.casus, persoon=persoon, item__in=blik.zichtbaar)
    return rijen.select_related("item").first()


def _woorden(blik: Blik, persoon: Persoon) -> dict[str, Any]:
    eigen = eigen_woorden_van(blik, persoon)
    tekst = blik.woorden([eigen.pk]).get(eigen.pk, {}) if eigen is not None else {}
    laatste = Woorden.objects.filter(item=eigen.pk).order_by("-volgnummer").first() if eigen is not None else None
    door_ander = laatste is not None and laatste.auteur_id != blik.account.pk
    van = f"{laatste.auteur.naam} schreef dit op, {_dag(laatste, blik.dag)}" if laatste and door_ander else ""
    delen = [{"vraag": vraag, "tekst": tekst.get(sleutel, "")} for sleutel, vraag in WOORDVRAGEN]
    return {"delen": delen, "van": van, "leeg": not any(d["tekst"] for d in delen)}


def _dag(woorden: Woorden, vandaag: date) -> str:
    return dag_kort(localdate(woorden.vastgelegd_op), vandaag)


def _kinderwoorden(blik: Blik, persoon: Persoon) -> list[dict[str, Any]]:
    """The words of young children over whom this resident has gezag."""
    rijen = EigenWoorden.objects.filter(item__casus=blik.casus, item__in=blik.zichtbaar).exclude(persoon=persoon)
    teksten = blik.woorden([r.pk for r in rijen])
    return [
        {
            "naam": rij.persoon.roepnaam,
            "delen": [
                {"vraag": vraag.replace("ik", rij.persoon.roepnaam), "tekst": teksten.get(rij.pk, {}).get(sleutel, "")}
                for sleutel, vraag in WOORDVRAGEN
            ],
        }
        for rij in rijen.select_related("persoon")
        if teksten.get(rij.pk)
    ]


def _doelen(blik: Blik, reacties: dict[UUID, list[Reactie]]) -> list[dict[str, Any]]:
    rijen = list(Doel.objects.filter(item__in=blik.zichtbaar, item__casus=blik.casus).order_by("volgorde"))
    woorden, meedoen = blik.woorden([d.pk for d in rijen]), deelnames(blik)
    return [
        {
            "item": d.pk,
            "deelnames": [
                {"regel": r, "reacties": reacties.get(UUID(r["item"]), [])} for r in meedoen.get(str(d.pk), ())
            ],
            "wat": woorden.get(d.pk, {}).get("tekst", ""),
            "status": STATUSSEN[d.status],
            "reacties": reacties.get(d.pk, []),
        }
        for d in rijen
    ]


def _acties(blik: Blik, persoon: Persoon, reacties: dict[UUID, list[Reactie]]) -> list[dict[str, Any]]:
    rijen = Actie.objects.filter(item__in=blik.zichtbaar, item__casus=blik.casus)
    rijen = rijen.select_related("account", "persoon", "item").order_by("voor", "item__gemaakt_op")
    woorden = blik.woorden([a.pk for a in rijen])
    netwerk = netwerknamen(blik, {str(a.netwerklid_id) for a in rijen if a.netwerklid_id is not None})
    return [
        {
            "item": a.pk,
            "wat": woorden.get(a.pk, {}).get("wat", ""),
            "wie": netwerk.get(str(a.netwerklid_id)) or _wie(blik, a, woorden.get(a.pk, {}).get("wie", "")),
            "eigen": a.persoon_id == persoon.pk,
            "zelf_bedacht": a.item.eigenaar_id == blik.account.pk,
            "gedaan": dag_kort(a.gedaan_op, blik.dag) if a.gedaan_op is not None else "",
            "wanneer": dag_kort(a.voor, blik.dag) if a.voor is not None else "",
            "laat": a.voor is not None and a.voor < blik.dag and a.gedaan_op is None,
            "reacties": reacties.get(a.pk, []),
        }
        for a in rijen
    ]


def _bellen(blik: Blik) -> list[dict[str, Any]]:
    """Calls that were promised for today or later, each the last talk of its traject."""
    rijen = Contact.objects.filter(item__in=blik.zichtbaar, item__casus=blik.casus).order_by("item__gemaakt_op")
    laatste = {c.traject_id: c for c in rijen.select_related("item__eigenaar")}
    woorden = blik.woorden([c.pk for c in laatste.values()])
    return [
        {
            "item": c.pk,
            "wie": roepnaam(c.item.eigenaar.naam),
            "met": woorden.get(c.pk, {}).get("met", ""),
            "wanneer": dag_kort(c.terugbellen_op, blik.dag),
        }
        for c in laatste.values()
        if c.terugbellen_op is not None and c.terugbellen_op >= blik.dag
    ]


def _wie(blik: Blik, actie: Actie, wie: str) -> str:
    """Who does it; of another member of the household the name only where that may be known."""
    if actie.account is not None:
        return actie.account.naam
    if actie.persoon is None:
        return wie
    zicht = blik.personen.get(actie.persoon.pk)
    bekend = zicht is not None and zicht.personalia is Zicht.GEHEEL
    return actie.persoon.roepnaam if bekend else "iemand anders uit uw huishouden"


def _gesprekken(blik: Blik, reacties: dict[UUID, list[Reactie]]) -> list[dict[str, Any]]:
    """Meetings that were held, with what the chair wrote for the resident."""
    punten = Agendapunt.objects.filter(item__in=blik.zichtbaar, item__casus=blik.casus, gehouden_op__isnull=False)
    punten = punten.select_related("tafel").order_by("-op")
    woorden = blik.woorden([p.pk for p in punten])
    return [
        {
            "item": p.pk,
            "naam": p.tafel.naam,
            "wanneer": dag_kort(localdate(p.op), blik.dag),
            "tekst": woorden.get(p.pk, {}).get("voor_inwoner", ""),
            "reacties": reacties.get(p.pk, []),
        }
        for p in punten
    ]
