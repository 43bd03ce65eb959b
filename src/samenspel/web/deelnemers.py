"""Who is at it in running trajecten beside the regisseur: rollen of team and table, and what may be shared outside."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db.models import Q

from samenspel.delen.models import Grondslag
from samenspel.delen.perioden import loopt
from samenspel.kennis.models import Contactpersoon
from samenspel.kern.delen.rollen import rolwerk
from samenspel.kern.delen.tafels import overleggen_met
from samenspel.kern.werkwijze.model import Houder, Rol
from samenspel.organisatie.models import Account, Rolvervulling
from samenspel.overleg.models import Tafel
from samenspel.overleg.selectors import kies_tafel_van
from samenspel.web.blik import Blik
from samenspel.web.delentekst import loopt_op, opsomming, soorten_in_woorden
from samenspel.web.tekst import dag_kort, initialen
from samenspel.web.trajectblok import Trajectblok

__all__ = ["deelnemers", "delen_met", "gedekten", "partners"]


def deelnemers(blik: Blik, blokken: Iterable[Trajectblok]) -> list[dict[str, Any]]:
    """A line for each colleague with a part in a running traject so far, and for each table."""
    regels: dict[str, dict[str, Any]] = {}
    for blok in blokken:
        if not blok.traject.open:
            continue
        for account, wat in (*_met_rol(blik, blok), *_van_team(blik, blok), *_voorzitters(blik, blok)):
            if account.pk != blik.casus.regisseur_id:
                _bij(regels, blik, account, wat)
    return [{**r, "regels": list(dict.fromkeys(r["regels"]))} for r in regels.values()]


def _bij(regels: dict[str, dict[str, Any]], blik: Blik, account: Account, wat: str) -> None:
    u = account.pk == blik.account.pk
    regel = regels.setdefault(
        str(account.pk),
        {
            "account": account.pk,
            "initialen": initialen(account.naam),
            "naam": account.naam + (" (u)" if u else ""),
            "telefoon": "" if u else account.telefoon,
            "regels": [],
        },
    )
    regel["regels"].append(wat)


def _met_rol(blik: Blik, blok: Trajectblok) -> Iterator[tuple[Account, str]]:
    namen = {r.rol: r.naam for r in blok.route.werkwijze.rollen if r.houder is not Houder.INWONER}
    rijen = blik.vooraf(blok.traject).rijen.rollen
    return ((rij.account, namen[rij.rol].lower()) for rij in rijen if rij.rol in namen)


def _tot_nu_toe(blok: Trajectblok, houder: Houder) -> list[Rol]:
    """Rollen held so, with a part in a place where the traject is or was."""
    w = blok.route.werkwijze
    return [r for r in w.rollen if r.houder is houder and not r.regie and rolwerk(w, r.rol).fasen & set(blok.geweest)]


def _van_team(blik: Blik, blok: Trajectblok) -> Iterator[tuple[Account, str]]:
    namen = {r.rol: r.naam for r in _tot_nu_toe(blok, Houder.PER_TEAM)}
    hier = Q(team__isnull=True) | Q(team=blik.casus.huishouden.team_id)
    rijen = Rolvervulling.objects.filter(
        loopt(blik.dag),
        hier,
        gemeente=blik.casus.gemeente_id,
        werkwijze=blok.route.werkwijze.werkwijze,
        rol__in=namen,
        tafel__isnull=True,
    )
    for rij in rijen.select_related("account").order_by("account__naam") if namen else ():
        yield rij.account, namen[rij.rol].lower()


def _voorzitters(blik: Blik, blok: Trajectblok) -> Iterator[tuple[Account, str]]:
    """Who chairs the table of this traject, under the name of that table."""
    w = blok.route.werkwijze
    tafels = _tafels(blik, blok)
    voorzitters = {o.voorzitter for o in w.overleggen}
    rijen = Rolvervulling.objects.filter(loopt(blik.dag), tafel__in=tafels, rol__in=voorzitters)
    for rij in rijen.select_related("account", "tafel").order_by("account__naam") if tafels else ():
        rol = next((r.naam for r in w.rollen if r.rol == rij.rol), "")
        if rij.tafel is not None:
            yield rij.account, f"{rol} · {rij.tafel.naam}"


def _tafels(blik: Blik, blok: Trajectblok) -> list[Tafel]:
    """The table where it is or was on the agenda, and the one that has a part where it is now."""
    w, traject, rijen = blok.route.werkwijze, blok.traject, blik.vooraf(blok.traject).rijen
    tafels = {p.tafel_id: p.tafel for p in rijen.agendapunten}
    for voorzitter in {o.voorzitter for o in w.overleggen}:
        met = overleggen_met(voorzitter, traject.fase, w)
        plek = kies_tafel_van(rijen.tafels, wijk=blik.casus.huishouden.wijk_id, werkwijze=w, overleggen=met)
        if plek is not None:
            tafels[plek[1].pk] = plek[1]
    return list(tafels.values())


def gedekten(blik: Blik) -> list[Grondslag]:
    """On what dossiers are shared now with others, complete and in force."""
    rijen = Grondslag.objects.filter(casus=blik.casus, beeindigd_op__isnull=True).order_by("van", "pk")
    rijen = rijen.select_related("partner__team").prefetch_related("organisaties")
    return [g for g in rijen if loopt_op(g, blik.dag) and all((g.avg_6, g.uitzondering_9_10, g.geheim, g.convenant))]


def delen_met(grondslagen: Iterable[Grondslag], wie: Contactpersoon, blik: Blik) -> str:
    """What may be shared with somebody of the telefoonlijst."""
    mag = [g for g in grondslagen if any(o.pk == wie.organisatie_id for o in g.organisaties.all())]
    return _mag(mag[0], blik) if mag else "delen mag nog niet"


def partners(
    blik: Blik, grondslagen: Iterable[Grondslag], staan: Iterable[dict[str, Any]], gebeld: Collection[UUID]
) -> list[dict[str, Any]]:
    """A line for each partner that has none yet: `staan` by account, `gebeld` by organisation of the telefoonlijst.

    Who stands there already by account is told there what may be shared.
    """
    regels: list[dict[str, Any]] = []
    van_account = {r["account"]: r for r in staan if r.get("account")}
    for g in grondslagen:
        if g.partner is not None and g.partner_id in van_account:
            van_account[g.partner_id]["regels"].append(_mag(g, blik))
        elif g.partner is not None:
            u = g.partner_id == blik.account.pk
            team = g.partner.team.naam if g.partner.team is not None else ""
            erbij = [r for r in (g.partner.functie, team, "kijkt mee", _mag(g, blik)) if r]
            regel = _regel(g.partner.naam + (" (u)" if u else ""), "" if u else g.partner.telefoon, erbij)
            regels.append(van_account.setdefault(g.partner.pk, regel))
        else:
            regels += _buiten(blik, g, gebeld)
    return regels


def _buiten(blik: Blik, g: Grondslag, gebeld: Collection[UUID]) -> Iterator[dict[str, Any]]:
    organisaties = list(g.organisaties.all())
    if not organisaties:
        yield _regel(g.partij, "", [_mag(g, blik)])
    for organisatie in organisaties:
        if organisatie.pk not in gebeld:
            yield _regel(organisatie.naam, organisatie.telefoon, ["nog niet gebeld", _mag(g, blik)])


def _regel(naam: str, telefoon: str, regels: list[str]) -> dict[str, Any]:
    return {"initialen": initialen(naam), "naam": naam, "telefoon": telefoon, "regels": regels}


def _mag(g: Grondslag, blik: Blik) -> str:
    tot = f", tot en met {dag_kort(g.tot, blik.dag)}" if g.tot is not None else ""
    return f"delen mag: {opsomming(soorten_in_woorden(g.soorten))}{tot}"
