"""Per handeling the services that store it. The decision has been taken; nothing is decided here."""

import uuid
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime

from samenspel.besluit.services import leg_besluit_vast
from samenspel.budget import services as budget
from samenspel.budget.models import Aanvraag
from samenspel.casus import trajecten
from samenspel.delen.models import Woorden
from samenspel.doorbraak import services as doorbraak
from samenspel.kern.stand import handelingen as h
from samenspel.kern.stand.handelingen import Gebeurtenis
from samenspel.kern.stand.vouwen import overgeslagen_na
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.leren.models import Reflectiesessie
from samenspel.leren.services import bespreek
from samenspel.overleg import services as overleg
from samenspel.overleg.models import Agendapunt
from samenspel.overleg.selectors import lopend_punt
from samenspel.plan.models import Actie
from samenspel.plan.services import maak_actie, rond_actie_af
from samenspel.regie.correctieschrijvers import CORRECTIESCHRIJVERS
from samenspel.regie.leenschrijvers import LENINGSCHRIJVERS
from samenspel.regie.schrijven import Schrijver, Uitvoering

BESLUITWOORDEN = ("wie_beslist", "wet", "rugdekking")


def _ken_rol_toe(u: Uitvoering, g: Gebeurtenis) -> None:
    account = u.opdracht.verband.account
    assert account is not None
    trajecten.ken_rol_toe(traject=u.traject, account=account, rol=str(g.gegevens["rol"]), van=u.dag)


def _beeindig_rol(u: Uitvoering, g: Gebeurtenis) -> None:
    trajecten.beeindig_rol(traject=u.traject, account_id=str(g.gegevens["wie"]), rol=str(g.gegevens["rol"]), tot=u.dag)


def _formulier(u: Uitvoering, g: Gebeurtenis) -> Woorden:
    code, velden = str(g.gegevens["formulier"]), g.gegevens["velden"]
    assert isinstance(velden, Mapping)
    soort = next(
        (f.soort_gegevens for f in u.route.werkwijze.formulieren if f.formulier == code), Gegevenssoort.FORMULIEREN
    )
    return doorbraak.leg_antwoorden_vast(
        traject=u.traject,
        formulier=code,
        soort=soort,
        waarden=velden,
        woorden=u.opdracht.woorden,
        ingevuld_door=u.opdracht.verband.invuller,
        account=u.account,
        betreft=u.opdracht.betreft,
        versie=u.opdracht.versie,
        op=u.dag,
        nu=u.nu,
    )


def _controlevraag(u: Uitvoering, g: Gebeurtenis) -> Woorden:
    return doorbraak.beantwoord_controlevraag(
        traject=u.traject,
        controlevraag=str(g.gegevens["controlevraag"]),
        antwoord=str(g.gegevens["antwoord"]),
        reden=u.woorden.get("reden", ""),
        account=u.account,
        betreft=u.opdracht.betreft,
        op=u.dag,
        nu=u.nu,
    )


def _toelichting(u: Uitvoering, g: Gebeurtenis) -> Woorden:
    return doorbraak.licht_controlevraag_toe(
        traject=u.traject,
        controlevraag=str(g.gegevens["controlevraag"]),
        reactie=u.woorden.get("reactie", ""),
        account=u.account,
        nu=u.nu,
    )


def _contact(u: Uitvoering, g: Gebeurtenis) -> Woorden | None:
    handeling = u.opdracht.handeling
    assert isinstance(handeling, h.LegContactVast)
    return trajecten.leg_contact_vast(
        casus=u.traject.casus,
        traject=u.traject,
        id=uuid.UUID(handeling.contact),
        partner=handeling.partner,
        uitkomst=handeling.uitkomst,
        op=u.opdracht.gebeurd_op or u.nu,
        terugbellen_op=handeling.terugbellen_op,
        contactpersoon=u.opdracht.verband.contactpersoon,
        persoon=u.opdracht.verband.persoon,
        account=u.account,
        betreft=u.opdracht.betreft,
        woorden=u.woorden,
        nu=u.nu,
    )


def _logboek(u: Uitvoering, g: Gebeurtenis) -> Woorden | None:
    return trajecten.schrijf_logboekregel(
        traject=u.traject,
        id=uuid.UUID(str(g.gegevens["regel"])),
        soort=str(g.gegevens["soort"]),
        op=u.dag,
        tekst=u.woorden.get("tekst", ""),
        account=u.account,
        betreft=u.opdracht.betreft,
        nu=u.nu,
    )


def _stap(u: Uitvoering, g: Gebeurtenis) -> Woorden | None:
    stap, van, naar = (str(g.gegevens[k]) for k in ("stap", "van", "naar"))
    waakvlam = g.gegevens.get("waakvlam_op")
    return trajecten.zet_stap(
        traject=u.traject,
        stap=stap,
        van=van,
        naar=naar,
        op=u.dag,
        account=u.account,
        overgeslagen=overgeslagen_na(tuple(u.traject.overgeslagen), stap, van, naar, u.route),
        waakvlam_op=date.fromisoformat(str(waakvlam)) if waakvlam else None,
        woorden=u.woorden,
        betreft=u.opdracht.betreft,
        nu=u.nu,
    )


def _aanvraag(u: Uitvoering, g: Gebeurtenis) -> Woorden:
    w: Mapping[str, Any] = g.gegevens
    return budget.doe_aanvraag(
        traject=u.traject,
        budget=w["budget"],
        vorm=w["vorm"],
        bedrag=w["bedrag"],
        keren=w["keren"],
        tot=date.fromisoformat(w["tot"]) if w["tot"] else None,
        ruimte=w["ruimte"],
        status=w["status"],
        waarvoor=u.woorden.get("waarvoor", ""),
        account=u.account,
        betreft=u.opdracht.betreft,
        op=u.dag,
        nu=u.nu,
        id=uuid.UUID(w["aanvraag"]),
    )


def _rij(g: Gebeurtenis) -> Aanvraag:
    return Aanvraag.objects.select_for_update().get(pk=uuid.UUID(str(g.gegevens["aanvraag"])))


def _oordeel(u: Uitvoering, g: Gebeurtenis) -> Woorden | None:
    return budget.beoordeel(
        aanvraag=_rij(g),
        account=u.account,
        akkoord=g.gegevens["akkoord"] is True,
        status=str(g.gegevens["status"]),
        reden=u.woorden.get("reden", ""),
        op=u.dag,
        nu=u.nu,
    )


def _betaling(u: Uitvoering, g: Gebeurtenis) -> None:
    budget.betaal(aanvraag=_rij(g), account=u.account, op=u.dag, nu=u.nu)


def _trek_aanvraag_in(u: Uitvoering, g: Gebeurtenis) -> Woorden:
    return budget.trek_in(aanvraag=_rij(g), reden=u.woorden.get("reden", ""), account=u.account, nu=u.nu)


def _plan_overleg(u: Uitvoering, g: Gebeurtenis) -> None:
    verband = u.opdracht.verband
    assert verband.tafel is not None and verband.op is not None
    overleg.plan(
        traject=u.traject,
        tafel=verband.tafel,
        op=verband.op,
        plaats=verband.plaats,
        account=u.account,
        betreft=u.opdracht.betreft,
        nu=u.nu,
    )


def _verzet(u: Uitvoering, g: Gebeurtenis) -> Woorden:
    """The line of history holds the old moment and the new, to the minute."""
    op = u.opdracht.verband.op
    assert op is not None
    punt, te_laat = _punt(u, g), g.gegevens["te_laat"] is True
    woorden = {"verzet_van": _moment(punt.op), "verzet_naar": _moment(op), **u.woorden}
    if not te_laat:
        woorden.pop("doorgelaten_reden", None)
    plaats = u.opdracht.verband.plaats
    return overleg.verzet(punt=punt, op=op, plaats=plaats, te_laat=te_laat, woorden=woorden, account=u.account, nu=u.nu)


def _moment(op: datetime) -> str:
    return date_format(localtime(op), "l j F Y, H:i")


def _van_agenda(u: Uitvoering, g: Gebeurtenis) -> Woorden | None:
    reden = u.woorden.get("van_agenda_reden", "")
    return overleg.haal_van_agenda(punt=_punt(u, g), reden=reden, account=u.account, nu=u.nu)


def _punt(u: Uitvoering, g: Gebeurtenis) -> Agendapunt:
    punt = lopend_punt(u.traject, str(g.gegevens["overleg"]))
    assert punt is not None
    return punt


def _stukken(u: Uitvoering, g: Gebeurtenis) -> Woorden | None:
    reden = u.woorden.get("doorgelaten_reden", "") if g.gegevens["te_laat"] is True else ""
    return overleg.verstuur_stukken(punt=_punt(u, g), doorgelaten_reden=reden, account=u.account, nu=u.nu)


def _houd_overleg(u: Uitvoering, g: Gebeurtenis) -> Woorden | None:
    uitkomst = str(g.gegevens["uitkomst"])
    voor = g.gegevens["voor"]
    return overleg.houd(
        punt=_punt(u, g),
        uitkomst=uitkomst,
        weg=str(g.gegevens["weg"] or ""),
        voor=date.fromisoformat(str(voor)) if voor is not None else None,
        woorden=u.woorden,
        account=u.account,
        versie=u.opdracht.versie,
        nu=u.nu,
    )


def _verbeter(u: Uitvoering, g: Gebeurtenis) -> Woorden:
    voor = g.gegevens["voor"]
    return overleg.verbeter(
        punt=_punt(u, g),
        uitkomst=str(g.gegevens["uitkomst"]),
        weg=str(g.gegevens["weg"] or ""),
        voor=date.fromisoformat(str(voor)) if voor is not None else None,
        woorden=u.woorden,
        account=u.account,
        versie=u.opdracht.versie,
        nu=u.nu,
    )


def _verslag(u: Uitvoering, g: Gebeurtenis) -> None:
    overleg.verstuur_verslag(punt=_punt(u, g), pdf=u.opdracht.verband.pdf, account=u.account, nu=u.nu)


def _maak_afspraak(u: Uitvoering, g: Gebeurtenis) -> Woorden:
    verband, woorden = u.opdracht.verband, u.woorden
    _, geschreven = maak_actie(
        casus=u.traject.casus,
        traject=u.traject,
        wat=woorden.get("wat", ""),
        wie="" if verband.account or verband.persoon or verband.netwerklid else woorden.get("wie", ""),
        eigenaar_account=verband.account,
        eigenaar_persoon=verband.persoon,
        eigenaar_netwerklid=verband.netwerklid,
        voor=date.fromisoformat(str(g.gegevens["voor"])),
        account=u.account,
        betreft=u.opdracht.betreft,
        agendapunt=verband.agendapunt,
        id=uuid.UUID(str(g.gegevens["afspraak"])),
        nu=u.nu,
    )
    return geschreven


def leg_besluit_bij_vast(u: Uitvoering, g: Gebeurtenis) -> Woorden | None:
    """With an agreement: who decides it, under which law and who backs it, where that was said."""
    besluit = {k: u.woorden[k] for k in BESLUITWOORDEN if k in u.woorden}
    if not besluit or not isinstance(u.opdracht.handeling, h.MaakAfspraak):
        return None
    return leg_besluit_vast(
        traject=u.traject,
        woorden={"wat": u.woorden.get("wat", ""), **besluit},
        voor=u.opdracht.handeling.voor,
        account=u.account,
        betreft=u.opdracht.betreft,
        actie=Actie.objects.get(pk=uuid.UUID(str(g.gegevens["afspraak"]))),
        agendapunt=u.opdracht.verband.agendapunt,
        nu=u.nu,
    )


def _rond_af(u: Uitvoering, g: Gebeurtenis) -> None:
    rond_actie_af(actie=Actie.objects.get(pk=uuid.UUID(str(g.gegevens["afspraak"]))), op=u.dag)


def _stel_over(u: Uitvoering, g: Gebeurtenis) -> None:
    aan = u.opdracht.verband.account
    assert aan is not None
    trajecten.stel_overdracht_voor(casus=u.traject.casus, van=u.account, aan=aan, nu=u.nu)


def _aanvaard(u: Uitvoering, g: Gebeurtenis) -> None:
    trajecten.aanvaard_overdracht(casus=u.traject.casus, nu=u.nu)


def _besproken(u: Uitvoering, g: Gebeurtenis) -> None:
    sessie = Reflectiesessie.objects.get(pk=uuid.UUID(str(g.gegevens["sessie"])))
    bespreek(sessie=sessie, traject=u.traject, op=u.dag)


def _cluster(u: Uitvoering, g: Gebeurtenis) -> None:
    u.traject.cluster = str(g.gegevens["cluster"])
    u.traject.save(update_fields=["cluster"])


SCHRIJVERS: Mapping[type, Schrijver] = {
    **LENINGSCHRIJVERS,
    **CORRECTIESCHRIJVERS,
    h.KenRolToe: _ken_rol_toe,
    h.BeeindigRol: _beeindig_rol,
    h.LegFormulierVast: _formulier,
    h.BeantwoordControlevraag: _controlevraag,
    h.LichtControlevraagToe: _toelichting,
    h.LegContactVast: _contact,
    h.SchrijfLogboek: _logboek,
    h.ZetStap: _stap,
    h.DoeAanvraag: _aanvraag,
    h.BeoordeelAanvraag: _oordeel,
    h.BetaalAanvraag: _betaling,
    h.TrekAanvraagIn: _trek_aanvraag_in,
    h.PlanOverleg: _plan_overleg,
    h.VerzetOverleg: _verzet,
    h.HaalVanAgenda: _van_agenda,
    h.VerstuurStukken: _stukken,
    h.HoudOverleg: _houd_overleg,
    h.VerbeterUitkomst: _verbeter,
    h.VerstuurVerslag: _verslag,
    h.MaakAfspraak: _maak_afspraak,
    h.RondAfspraakAf: _rond_af,
    h.StelOverdrachtVoor: _stel_over,
    h.AanvaardOverdracht: _aanvaard,
    h.BespreekInReflectie: _besproken,
    h.GeefCluster: _cluster,
}

GEVOLGEN: dict[str, Schrijver] = {"overleg_van_agenda": _van_agenda}
"""What comes of a deed beside itself, by kind: a step takes off the agenda what was planned at the place it leaves."""
