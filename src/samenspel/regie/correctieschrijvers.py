"""Per correction of what was recorded the service that stores it, and whose it is to correct."""

import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from samenspel.casus.models import Contact, Traject
from samenspel.casus.trajecten import trek_contact_in, wijzig_contact
from samenspel.delen.models import Woorden
from samenspel.kern.stand import handelingen as h
from samenspel.kern.stand.handelingen import Gebeurtenis, Handeling
from samenspel.organisatie.models import Account
from samenspel.plan.models import Actie
from samenspel.plan.selectors import is_van, nam_zelf_op
from samenspel.plan.services import Eigenaar, heropen_actie, laat_actie_vervallen, wijzig_actie
from samenspel.regie.schrijven import Schrijver, Uitvoering

__all__ = ["CORRECTIESCHRIJVERS", "Correctie", "is_beschreven", "met_eigenaar"]

Correctie = h.WijzigContact | h.TrekContactIn | h.WijzigAfspraak | h.HeropenAfspraak | h.LaatAfspraakVervallen


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
        uitkomst=u.opdracht.handeling.uitkomst,
        terugbellen_op=u.opdracht.handeling.terugbellen_op,
        woorden=u.woorden,
        account=u.account,
        versie=u.opdracht.versie or 0,
        nu=u.nu,
    )


def _trek_contact_in(u: Uitvoering, g: Gebeurtenis) -> Woorden:
    return trek_contact_in(
        contact=_contact(g), woorden=u.woorden, account=u.account, versie=u.opdracht.versie or 0, nu=u.nu
    )


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


def _laat_vervallen(u: Uitvoering, g: Gebeurtenis) -> Woorden:
    return laat_actie_vervallen(
        actie=_actie(g), woorden=u.woorden, account=u.account, versie=u.opdracht.versie or 0, nu=u.nu
    )


CORRECTIESCHRIJVERS: Mapping[type, Schrijver] = {
    h.WijzigContact: _wijzig_contact,
    h.TrekContactIn: _trek_contact_in,
    h.WijzigAfspraak: _wijzig_actie,
    h.HeropenAfspraak: _heropen,
    h.LaatAfspraakVervallen: _laat_vervallen,
}
