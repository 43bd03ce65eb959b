"""Putting right what was recorded: a talk, an action. Earlier words and the history stay as they were."""

from dataclasses import dataclass
from datetime import date, datetime

from samenspel.casus.models import Contact
from samenspel.casus.trajecten import wijzig_contact
from samenspel.delen.intrekken import REDEN, trek_item_in, zet_item_terug
from samenspel.delen.models import Item, Woorden
from samenspel.delen.services import huidige_woorden
from samenspel.huishouden.models import Persoon
from samenspel.kennis.models import Contactpersoon
from samenspel.kern.stand import Geweigerd, afspraken
from samenspel.kern.stand import handelingen as h
from samenspel.kern.stand.contacten import (
    Gesprekspartner,
    weigering_bijwerken,
    weigering_contact,
    weigering_terugzetten,
)
from samenspel.organisatie.models import Account
from samenspel.plan.models import Actie
from samenspel.plan.selectors import is_van, nam_zelf_op, van_inwoner
from samenspel.plan.services import Eigenaar, heropen_actie, wijzig_actie
from samenspel.regie.casusbreed import rond_af
from samenspel.regie.correctieschrijvers import is_beschreven
from samenspel.regie.opdracht import Opdracht, Verband
from samenspel.regie.spelers import voert_regie
from samenspel.regie.uitvoeren import voer_uit
from samenspel.regie.vastleggen import in_casus, leg_los_vast

__all__ = [
    "MetWie",
    "heropen",
    "laat_vervallen",
    "trek_gesprek_in",
    "weigering_contact_terugzetten",
    "weigering_contact_wijzigen",
    "weigering_heropenen",
    "weigering_wijzigen",
    "werk_gesprek_bij",
    "wijzig",
    "zet_gesprek_terug",
]


@dataclass(frozen=True, slots=True)
class MetWie:
    """With whom one talked: by what name, on which side, and who it is where that is known."""

    naam: str
    kant: Gesprekspartner
    persoon: Persoon | None = None
    contactpersoon: Contactpersoon | None = None


def weigering_contact_wijzigen(contact: Contact, account: Account, nu: datetime) -> Geweigerd | None:
    """Why this account can't correct or withdraw a talk; None where it can."""
    if contact.item.ingetrokken_op is not None:
        return Geweigerd("Dit contact is ingetrokken. Zet het eerst terug.")
    eigen = contact.item.eigenaar_id == account.pk
    nee = weigering_bijwerken(eigen=eigen, regie=voert_regie(account, contact.item.casus, nu))
    return Geweigerd(nee) if nee else None


def weigering_contact_terugzetten(contact: Contact, account: Account, nu: datetime) -> Geweigerd | None:
    """Why this account can't put back a talk that was withdrawn; None where it can."""
    if contact.item.ingetrokken_op is None:
        return Geweigerd("Dit contact is al teruggezet.")
    nee = weigering_terugzetten(regie=voert_regie(account, contact.item.casus, nu))
    return Geweigerd(nee) if nee else None


def weigering_wijzigen(actie: Actie, account: Account, nu: datetime) -> Geweigerd | None:
    """Why this account can't change an action or let it lapse; None where it can."""
    if actie.gedaan_op is not None or actie.item.ingetrokken_op is not None:
        return Geweigerd("Deze actie is al afgerond of vervallen. Heropen haar eerst.")
    nee = afspraken.weigering_wijzigen(
        zelf=nam_zelf_op(actie, account),
        regie=voert_regie(account, actie.item.casus, nu),
        van_inwoner=van_inwoner(actie),
    )
    return Geweigerd(nee) if nee else None


def weigering_heropenen(actie: Actie, account: Account, nu: datetime) -> Geweigerd | None:
    """Why this account can't reopen an action; None where it can."""
    if actie.gedaan_op is None or actie.item.ingetrokken_op is not None:
        return Geweigerd("Alleen een actie die is afgerond, kan opnieuw open.")
    nee = afspraken.weigering_afronden(eigen=is_van(actie, account), regie=voert_regie(account, actie.item.casus, nu))
    return Geweigerd(nee) if nee else None


def werk_gesprek_bij(
    *,
    contact: Contact,
    uitkomst: str,
    terugbellen_op: date | None,
    gezegd: str,
    afgesproken: str,
    account: Account,
    versie: int,
    nu: datetime,
    met: MetWie | None = None,
) -> None:
    """With whom (None: as it was), words, outcome and call-back as they should have been. Raises Geweigerd or
    Versieconflict."""
    casus = contact.item.casus
    with in_casus(casus):
        _vers(contact.item)
        _vereis(weigering_contact_wijzigen(contact, account, nu))
        wie = met or _met(contact)
        woorden = {k: v for k, v in {"met": wie.naam, "gezegd": gezegd, "afgesproken": afgesproken}.items() if v}
        if contact.traject is not None:
            handeling = h.WijzigContact(str(contact.pk), uitkomst, terugbellen_op, wie.kant)
            verband = Verband(persoon=wie.persoon, contactpersoon=wie.contactpersoon)
            opdracht = Opdracht(handeling, woorden, versie=versie, verband=verband)
            voer_uit(traject=contact.traject, account=account, opdrachten=[opdracht], nu=nu)
            return
        nee = weigering_contact(uitkomst, beschreven=is_beschreven(woorden)) if contact.uitkomst else ""
        _vereis(Geweigerd(nee) if nee else None)
        geschreven = wijzig_contact(
            contact=contact,
            partner=wie.kant,
            contactpersoon=wie.contactpersoon,
            persoon=wie.persoon,
            uitkomst=uitkomst if contact.uitkomst else "",
            terugbellen_op=terugbellen_op,
            woorden=woorden,
            account=account,
            versie=versie,
            nu=nu,
        )
        gegevens = {
            "contact": contact.pk,
            "partner": wie.kant.value,
            "uitkomst": uitkomst,
            "terugbellen_op": terugbellen_op,
        }
        leg_los_vast(
            casus=casus, soort="gesprek_gewijzigd", gegevens=gegevens, account=account, nu=nu, woorden=geschreven
        )
        rond_af(casus, nu)


def trek_gesprek_in(*, contact: Contact, reden: str, account: Account, versie: int, nu: datetime) -> None:
    """From now on it counts no more, and only the regisseur sees it. Raises Geweigerd or Versieconflict."""
    with in_casus(contact.item.casus):
        _vers(contact.item)
        _vereis(weigering_contact_wijzigen(contact, account, nu))
        if contact.traject is not None:
            opdracht = Opdracht(h.TrekContactIn(str(contact.pk)), {REDEN: reden}, versie=versie)
            voer_uit(traject=contact.traject, account=account, opdrachten=[opdracht], nu=nu)
            return
        woorden = trek_item_in(item=contact.item, reden=reden, account=account, versie=versie, nu=nu)
        _leg_gesprek_vast(contact, "gesprek_ingetrokken", account, nu, woorden)


def zet_gesprek_terug(*, contact: Contact, account: Account, nu: datetime) -> None:
    """A talk that was withdrawn counts again. Raises Geweigerd."""
    with in_casus(contact.item.casus):
        _vers(contact.item)
        _vereis(weigering_contact_terugzetten(contact, account, nu))
        if contact.traject is not None:
            opdracht = Opdracht(h.ZetContactTerug(str(contact.pk)))
            voer_uit(traject=contact.traject, account=account, opdrachten=[opdracht], nu=nu)
            return
        woorden = zet_item_terug(item=contact.item, account=account, nu=nu)
        _leg_gesprek_vast(contact, "gesprek_teruggezet", account, nu, woorden)


def wijzig(
    *, actie: Actie, wat: str, eigenaar: Eigenaar, voor: date, account: Account, versie: int, nu: datetime
) -> None:
    """What, who and for which day as it is agreed now. Raises Geweigerd or Versieconflict."""
    casus = actie.item.casus
    with in_casus(casus):
        actie.refresh_from_db()
        actie.item.casus = casus
        _vereis(weigering_wijzigen(actie, account, nu))
        if actie.traject is not None:
            verband = Verband(account=eigenaar.account, persoon=eigenaar.persoon, netwerklid=eigenaar.netwerklid)
            handeling, woorden = h.WijzigAfspraak(str(actie.pk), voor), {"wat": wat, "wie": eigenaar.wie}
            opdracht = Opdracht(handeling, woorden, versie=versie, verband=verband)
            voer_uit(traject=actie.traject, account=account, opdrachten=[opdracht], nu=nu)
            return
        geschreven = wijzig_actie(
            actie=actie, wat=wat, eigenaar=eigenaar, voor=voor, account=account, versie=versie, nu=nu
        )
        gegevens = {"actie": actie.pk, "voor": voor}
        leg_los_vast(
            casus=casus, soort="actie_gewijzigd", gegevens=gegevens, account=account, nu=nu, woorden=geschreven
        )


def heropen(*, actie: Actie, voor: date | None, account: Account, nu: datetime) -> None:
    """What was ticked off is still to be done. Raises Geweigerd."""
    casus = actie.item.casus
    with in_casus(casus):
        actie.refresh_from_db()
        actie.item.casus = casus
        _vereis(weigering_heropenen(actie, account, nu))
        if actie.traject is not None and voor is not None:
            opdracht = Opdracht(h.HeropenAfspraak(str(actie.pk), voor))
            voer_uit(traject=actie.traject, account=account, opdrachten=[opdracht], nu=nu)
            return
        geschreven = heropen_actie(actie=actie, voor=voor)
        gegevens = {"actie": actie.pk, "voor": voor}
        leg_los_vast(casus=casus, soort="actie_heropend", gegevens=gegevens, account=account, nu=nu, woorden=geschreven)


def laat_vervallen(*, actie: Actie, reden: str, account: Account, versie: int, nu: datetime) -> None:
    """Nobody does it any more; from now on only the regisseur sees it. Raises Geweigerd or Versieconflict."""
    casus = actie.item.casus
    with in_casus(casus):
        actie.refresh_from_db()
        actie.item.casus = casus
        _vereis(weigering_wijzigen(actie, account, nu))
        if actie.traject is not None:
            opdracht = Opdracht(h.LaatAfspraakVervallen(str(actie.pk)), {REDEN: reden}, versie=versie)
            voer_uit(traject=actie.traject, account=account, opdrachten=[opdracht], nu=nu)
            return
        geschreven = trek_item_in(item=actie.item, reden=reden, account=account, versie=versie, nu=nu)
        leg_los_vast(
            casus=casus,
            soort="actie_vervallen",
            gegevens={"actie": actie.pk},
            account=account,
            nu=nu,
            woorden=geschreven,
        )


def _met(contact: Contact) -> MetWie:
    naam = huidige_woorden(contact.item).get("met", "")
    return MetWie(naam, Gesprekspartner(contact.partner), contact.persoon, contact.contactpersoon)


def _leg_gesprek_vast(contact: Contact, soort: str, account: Account, nu: datetime, woorden: Woorden) -> None:
    casus, gegevens = contact.item.casus, {"contact": contact.pk}
    leg_los_vast(casus=casus, soort=soort, gegevens=gegevens, account=account, nu=nu, woorden=woorden)
    rond_af(casus, nu)


def _vers(item: Item) -> None:
    item.refresh_from_db(fields=["ingetrokken_op", "versie"])


def _vereis(nee: Geweigerd | None) -> None:
    if nee is not None:
        raise nee
