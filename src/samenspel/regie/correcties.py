"""Putting right what was recorded: a talk, an action. Earlier words and the history stay as they were."""

from datetime import date, datetime

from samenspel.casus.models import Contact
from samenspel.casus.trajecten import trek_contact_in, wijzig_contact
from samenspel.delen.models import Item
from samenspel.delen.services import huidige_woorden
from samenspel.kern.stand import Geweigerd, afspraken
from samenspel.kern.stand import handelingen as h
from samenspel.kern.stand.contacten import weigering_bijwerken, weigering_contact
from samenspel.organisatie.models import Account
from samenspel.plan.models import Actie
from samenspel.plan.selectors import is_van, nam_zelf_op, van_inwoner
from samenspel.plan.services import Eigenaar, heropen_actie, laat_actie_vervallen, wijzig_actie
from samenspel.regie.casusbreed import rond_af
from samenspel.regie.correctieschrijvers import is_beschreven
from samenspel.regie.intrekken import REDEN
from samenspel.regie.opdracht import Opdracht, Verband
from samenspel.regie.spelers import voert_regie
from samenspel.regie.uitvoeren import voer_uit
from samenspel.regie.vastleggen import in_casus, leg_los_vast

__all__ = [
    "heropen",
    "laat_vervallen",
    "trek_gesprek_in",
    "weigering_contact_wijzigen",
    "weigering_heropenen",
    "weigering_wijzigen",
    "werk_gesprek_bij",
    "wijzig",
]


def weigering_contact_wijzigen(contact: Contact, account: Account, nu: datetime) -> Geweigerd | None:
    """Why this account can't correct or withdraw a talk; None where it can."""
    if contact.item.ingetrokken_op is not None:
        return Geweigerd("Dit contact is ingetrokken.")
    eigen = contact.item.eigenaar_id == account.pk
    nee = weigering_bijwerken(eigen=eigen, regie=voert_regie(account, contact.item.casus, nu))
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
) -> None:
    """Words, outcome and call-back as they should have been. Raises Geweigerd or Versieconflict."""
    casus, woorden = contact.item.casus, {"gezegd": gezegd, "afgesproken": afgesproken}
    with in_casus(casus):
        _vers(contact.item)
        _vereis(weigering_contact_wijzigen(contact, account, nu))
        woorden = {**_met(contact.item), **{k: v for k, v in woorden.items() if v}}
        if contact.traject is not None:
            handeling = h.WijzigContact(str(contact.pk), uitkomst, terugbellen_op)
            opdracht = Opdracht(handeling, woorden, versie=versie)
            voer_uit(traject=contact.traject, account=account, opdrachten=[opdracht], nu=nu)
            return
        nee = weigering_contact(uitkomst, beschreven=is_beschreven(woorden)) if contact.uitkomst else ""
        _vereis(Geweigerd(nee) if nee else None)
        geschreven = wijzig_contact(
            contact=contact,
            uitkomst=uitkomst if contact.uitkomst else "",
            terugbellen_op=terugbellen_op,
            woorden=woorden,
            account=account,
            versie=versie,
            nu=nu,
        )
        gegevens = {"contact": contact.pk, "uitkomst": uitkomst, "terugbellen_op": terugbellen_op}
        leg_los_vast(
            casus=casus, soort="gesprek_gewijzigd", gegevens=gegevens, account=account, nu=nu, woorden=geschreven
        )
        rond_af(casus, nu)


def trek_gesprek_in(*, contact: Contact, reden: str, account: Account, versie: int, nu: datetime) -> None:
    """From now on it counts no more, and only the regisseur sees it. Raises Geweigerd or Versieconflict."""
    casus = contact.item.casus
    with in_casus(casus):
        _vers(contact.item)
        _vereis(weigering_contact_wijzigen(contact, account, nu))
        woorden = {**huidige_woorden(contact.item), REDEN: reden}
        if contact.traject is not None:
            opdracht = Opdracht(h.TrekContactIn(str(contact.pk)), woorden, versie=versie)
            voer_uit(traject=contact.traject, account=account, opdrachten=[opdracht], nu=nu)
            return
        geschreven = trek_contact_in(contact=contact, woorden=woorden, account=account, versie=versie, nu=nu)
        gegevens = {"contact": contact.pk}
        leg_los_vast(
            casus=casus, soort="gesprek_ingetrokken", gegevens=gegevens, account=account, nu=nu, woorden=geschreven
        )
        rond_af(casus, nu)


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
        woorden = {**huidige_woorden(actie.item), REDEN: reden}
        if actie.traject is not None:
            opdracht = Opdracht(h.LaatAfspraakVervallen(str(actie.pk)), woorden, versie=versie)
            voer_uit(traject=actie.traject, account=account, opdrachten=[opdracht], nu=nu)
            return
        geschreven = laat_actie_vervallen(actie=actie, woorden=woorden, account=account, versie=versie, nu=nu)
        leg_los_vast(
            casus=casus,
            soort="actie_vervallen",
            gegevens={"actie": actie.pk},
            account=account,
            nu=nu,
            woorden=geschreven,
        )


def _met(item: Item) -> dict[str, str]:
    met = huidige_woorden(item).get("met", "")
    return {"met": met} if met else {}


def _vers(item: Item) -> None:
    item.refresh_from_db(fields=["ingetrokken_op", "versie"])


def _vereis(nee: Geweigerd | None) -> None:
    if nee is not None:
        raise nee
