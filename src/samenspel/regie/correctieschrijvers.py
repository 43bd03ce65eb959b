"""Per correction of what was recorded the service that stores it, and whose it is to correct."""

import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from samenspel.casus.models import Contact, Logboekregel, Traject
from samenspel.casus.trajecten import wijzig_contact
from samenspel.delen.intrekken import REDEN, trek_item_in, zet_item_terug
from samenspel.delen.models import Item, Woorden
from samenspel.kern.stand import handelingen as h
from samenspel.kern.stand.handelingen import Gebeurtenis, Handeling
from samenspel.organisatie.models import Account
from samenspel.plan.models import Actie
from samenspel.plan.selectors import is_van, nam_zelf_op
from samenspel.plan.services import Eigenaar, heropen_actie, wijzig_actie
from samenspel.regie.schrijven import Schrijver, Uitvoering

__all__ = ["CORRECTIESCHRIJVERS", "Correctie", "is_beschreven", "met_eigenaar"]

Correctie = (
    h.WijzigContact | h.TrekContactIn | h.TrekRegelIn | h.WijzigAfspraak | h.HeropenAfspraak | h.LaatAfspraakVervallen
)


def is_beschreven(woorden: Mapping[str, str]) -> bool:
    """Whether something was written down of a talk."""
    return bool(woorden.get("gezegd") or woorden.get("afgesproken"))


def met_eigenaar(handeling: Correctie, traject: Traject, account: Account, woorden: Mapping[str, str]) -> Handeling:
    """The same, with this account as the one whose it is where it is."""
    if isinstance(handeling, h.WijzigContact | h.TrekContactIn):
        contact = (
            Contact.objects.filter(traject=traject, pk=uuid.UUID(handeling.contact)).select_related("item").first()
        )
        eigen = contact is not None and contact.item.eigenaar_id == account.pk
        if isinstance(handeling, h.WijzigContact):
            handeling = replace(handeling, beschreven=is_beschreven(woorden))
    elif isinstance(handeling, h.TrekRegelIn):
        regel = Logboekregel.objects.filter(traject=traject, pk=uuid.UUID(handeling.regel))
        eigen = regel.filter(item__eigenaar=account).exists()
    else:
        actie = Actie.objects.filter(traject=traject, pk=uuid.UUID(handeling.afspraak)).first()
        van = is_van if isinstance(handeling, h.HeropenAfspraak) else nam_zelf_op
        eigen = actie is not None and van(actie, account)
    return replace(handeling, eigenaar=str(account.pk) if eigen else "")


def _contact(g: Gebeurtenis) -> Contact:
    return Contact.objects.select_related("item").get(pk=uuid.UUID(str(g.gegevens["contact"])))


def _actie(g: Gebeurtenis) -> Actie:
    return Actie.objects.select_related("item__casus").get(pk=uuid.UUID(str(g.gegevens["afspraak"])))


def _wijzig_contact(u: Uitvoering, g: Gebeurtenis) -> Woorden:
    assert isinstance(u.opdracht.handeling, h.WijzigContact)
    return wijzig_contact(
        contact=_contact(g),
        partner=u.opdracht.handeling.partner,
        contactpersoon=u.opdracht.verband.contactpersoon,
        persoon=u.opdracht.verband.persoon,
        uitkomst=u.opdracht.handeling.uitkomst,
        terugbellen_op=u.opdracht.handeling.terugbellen_op,
        woorden=u.woorden,
        account=u.account,
        versie=u.opdracht.versie or 0,
        nu=u.nu,
    )


def _item(g: Gebeurtenis) -> Item:
    sleutel = next(g.gegevens[soort] for soort in ("contact", "regel", "afspraak") if soort in g.gegevens)
    return Item.objects.get(pk=uuid.UUID(str(sleutel)))


def _trek_in(u: Uitvoering, g: Gebeurtenis) -> Woorden:
    reden, versie = u.woorden.get(REDEN, ""), u.opdracht.versie or 0
    return trek_item_in(item=_item(g), reden=reden, account=u.account, versie=versie, nu=u.nu)


def _zet_terug(u: Uitvoering, g: Gebeurtenis) -> Woorden:
    return zet_item_terug(item=_item(g), account=u.account, nu=u.nu)


def _wijzig_actie(u: Uitvoering, g: Gebeurtenis) -> Woorden:
    v = u.opdracht.verband
    return wijzig_actie(
        actie=_actie(g),
        wat=u.woorden.get("wat", ""),
        eigenaar=Eigenaar(v.account, v.persoon, v.netwerklid, u.woorden.get("wie", "")),
        voor=date.fromisoformat(str(g.gegevens["voor"])),
        account=u.account,
        versie=u.opdracht.versie or 0,
        nu=u.nu,
    )


def _heropen(u: Uitvoering, g: Gebeurtenis) -> Woorden | None:
    return heropen_actie(actie=_actie(g), voor=date.fromisoformat(str(g.gegevens["voor"])))


CORRECTIESCHRIJVERS: Mapping[type, Schrijver] = {
    h.WijzigContact: _wijzig_contact,
    h.TrekContactIn: _trek_in,
    h.ZetContactTerug: _zet_terug,
    h.TrekRegelIn: _trek_in,
    h.ZetRegelTerug: _zet_terug,
    h.WijzigAfspraak: _wijzig_actie,
    h.HeropenAfspraak: _heropen,
    h.LaatAfspraakVervallen: _trek_in,
}
