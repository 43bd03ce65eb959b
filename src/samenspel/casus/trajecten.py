"""Writing the rows of a traject: its start, its steps, who has which rol, talks and the resident's words.

What may be done is decided in kern; `regie` calls these with the decision in hand, in one transaction.
"""

import uuid
from collections.abc import Iterable, Mapping
from datetime import date, datetime

from samenspel.casus.models import (
    Casus,
    Casusrol,
    Contact,
    EigenWoorden,
    Leefgebiedgesprek,
    Logboekregel,
    Overdracht,
    Traject,
    Trajectstap,
    WerkwijzeVersie,
)
from samenspel.delen.models import Woorden
from samenspel.delen.services import laatste_woorden, maak_item, schrijf_woorden
from samenspel.huishouden.models import Persoon
from samenspel.kennis.models import Contactpersoon
from samenspel.kern.stand.contacten import Gesprekspartner
from samenspel.kern.werkwijze.basis import Basisfase
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.models import Account


def maak_traject(
    *,
    casus: Casus,
    versie: WerkwijzeVersie,
    naam: str,
    betreft: Iterable[Persoon],
    fase: str,
    account: Account,
    op: date,
) -> Traject:
    """A new traject at its first fase, pinned to this version of the werkwijze."""
    traject = Traject.objects.create(
        gemeente_id=casus.gemeente_id,
        casus=casus,
        versie=versie,
        naam=naam,
        fase=fase,
        sinds=op,
        gestart_op=op,
        gestart_door=account,
    )
    traject.betreft.set(betreft)
    return traject


def aantal_stappen(traject: Traject) -> int:
    """How many steps were taken so far."""
    return Trajectstap.objects.filter(traject=traject).count()


def zet_stap(
    *,
    traject: Traject,
    stap: str,
    van: str,
    naar: str,
    op: date,
    account: Account,
    overgeslagen: Iterable[str],
    waakvlam_op: date | None,
    woorden: dict[str, str],
    betreft: Iterable[Persoon],
    nu: datetime,
) -> Woorden | None:
    """Store a step that was taken and move the traject there."""
    item = None
    if woorden:
        item = maak_item(
            casus=traject.casus,
            traject=traject,
            soort=Gegevenssoort.BESLUITEN,
            eigenaar=account,
            betreft=betreft,
            woorden=woorden,
            nu=nu,
        )
    Trajectstap.objects.create(
        gemeente_id=traject.gemeente_id,
        traject=traject,
        volgnummer=aantal_stappen(traject) + 1,
        stap=stap,
        van=van,
        naar=naar,
        op=op,
        door=account,
        item=item,
    )
    traject.fase, traject.sinds = naar, op
    traject.overgeslagen = list(overgeslagen)
    traject.waakvlam_op = waakvlam_op
    traject.open = naar != Basisfase.AFGESLOTEN.value
    traject.save(update_fields=["fase", "sinds", "overgeslagen", "waakvlam_op", "open"])
    return laatste_woorden(item) if item is not None else None


def leg_contact_vast(
    *,
    casus: Casus,
    traject: Traject | None,
    id: uuid.UUID | None = None,
    partner: Gesprekspartner,
    uitkomst: str,
    op: datetime,
    terugbellen_op: date | None,
    contactpersoon: Contactpersoon | None,
    persoon: Persoon | None,
    account: Account,
    betreft: Iterable[Persoon],
    woorden: dict[str, str],
    nu: datetime,
) -> Woorden | None:
    """Store a talk or call."""
    item = maak_item(
        casus=casus,
        traject=traject,
        soort=Gegevenssoort.CONTACTEN,
        eigenaar=account,
        betreft=betreft,
        woorden=woorden,
        id=id,
        nu=nu,
    )
    Contact.objects.create(
        gemeente_id=casus.gemeente_id,
        item=item,
        traject=traject,
        partner=partner.value,
        uitkomst=uitkomst,
        op=op,
        terugbellen_op=terugbellen_op,
        contactpersoon=contactpersoon,
        persoon=persoon,
        na_stap=aantal_stappen(traject) if traject is not None else 0,
    )
    return laatste_woorden(item)


def wijzig_contact(
    *,
    contact: Contact,
    partner: Gesprekspartner,
    contactpersoon: Contactpersoon | None,
    persoon: Persoon | None,
    uitkomst: str,
    terugbellen_op: date | None,
    woorden: Mapping[str, str],
    account: Account,
    versie: int,
    nu: datetime,
) -> Woorden:
    """Store a next version of a talk. Raises Versieconflict."""
    geschreven = schrijf_woorden(item=contact.item, inhoud=woorden, auteur=account, versie=versie, nu=nu)
    contact.uitkomst, contact.terugbellen_op = uitkomst, terugbellen_op
    contact.partner, contact.contactpersoon, contact.persoon = partner.value, contactpersoon, persoon
    contact.save(update_fields=["uitkomst", "terugbellen_op", "partner", "contactpersoon", "persoon"])
    return geschreven


def schrijf_logboekregel(
    *,
    traject: Traject,
    id: uuid.UUID,
    soort: str,
    op: date,
    tekst: str,
    account: Account,
    betreft: Iterable[Persoon],
    nu: datetime,
) -> Woorden | None:
    """Store a line of the logboek."""
    item = maak_item(
        casus=traject.casus,
        traject=traject,
        soort=Gegevenssoort.CONTACTEN,
        eigenaar=account,
        betreft=betreft,
        woorden={"tekst": tekst},
        id=id,
        nu=nu,
    )
    Logboekregel.objects.create(gemeente_id=traject.gemeente_id, item=item, traject=traject, soort=soort, op=op)
    return laatste_woorden(item)


def leg_eigen_woorden_vast(
    *, casus: Casus, persoon: Persoon, woorden: dict[str, str], account: Account, versie: int | None, nu: datetime
) -> tuple[EigenWoorden, Woorden]:
    """Store a person's own words; a next version beside the earlier ones. Raises Versieconflict."""
    ingevuld = {deel: tekst for deel, tekst in woorden.items() if tekst}
    eigen = EigenWoorden.objects.filter(item__casus=casus, persoon=persoon).select_related("item").first()
    if eigen is None:
        item = maak_item(
            casus=casus,
            soort=Gegevenssoort.EIGEN_WOORDEN,
            eigenaar=account,
            betreft=[persoon],
            woorden=ingevuld,
            nu=nu,
        )
        eigen = EigenWoorden.objects.create(
            gemeente_id=casus.gemeente_id, item=item, persoon=persoon, delen=sorted(ingevuld)
        )
        laatste = laatste_woorden(item)
        assert laatste is not None
        return eigen, laatste
    nieuw = schrijf_woorden(
        item=eigen.item,
        inhoud=ingevuld,
        auteur=account,
        versie=versie if versie is not None else eigen.item.versie,
        nu=nu,
    )
    eigen.delen = sorted(ingevuld)
    eigen.save(update_fields=["delen"])
    return eigen, nieuw


def bespreek_leefgebied(
    *,
    casus: Casus,
    leefgebied: str,
    woorden: Mapping[str, str],
    betreft: Iterable[Persoon],
    account: Account,
    op: date,
    nu: datetime,
) -> Woorden | None:
    """Store that a life domain was talked about, with or without words."""
    item = maak_item(
        casus=casus,
        soort=Gegevenssoort.LEEFGEBIEDEN,
        eigenaar=account,
        betreft=betreft,
        woorden=woorden or None,
        nu=nu,
    )
    Leefgebiedgesprek.objects.create(gemeente_id=casus.gemeente_id, item=item, leefgebied=leefgebied, op=op)
    return laatste_woorden(item) if woorden else None


def ken_rol_toe(*, traject: Traject, account: Account, rol: str, van: date) -> Casusrol:
    """Store that somebody holds a rol in this traject."""
    rij, _ = Casusrol.objects.get_or_create(
        gemeente_id=traject.gemeente_id,
        casus=traject.casus,
        traject=traject,
        account=account,
        rol=rol,
        tot=None,
        defaults={"van": van},
    )
    return rij


def beeindig_rol(*, traject: Traject, account_id: uuid.UUID | str, rol: str, tot: date) -> None:
    """End a rol in this traject."""
    Casusrol.objects.filter(traject=traject, account_id=account_id, rol=rol, tot__isnull=True).update(tot=tot)


def open_overdracht(casus: Casus) -> Overdracht | None:
    """The proposal to hand the regie over that still waits for an answer."""
    return Overdracht.objects.filter(casus=casus, aanvaard_op__isnull=True, ingetrokken_op__isnull=True).first()


def stel_overdracht_voor(*, casus: Casus, van: Account, aan: Account, nu: datetime) -> None:
    """Store a proposal; an earlier one that waited is withdrawn."""
    eerder = open_overdracht(casus)
    if eerder is not None:
        eerder.ingetrokken_op = nu
        eerder.save(update_fields=["ingetrokken_op"])
    Overdracht.objects.create(gemeente_id=casus.gemeente_id, casus=casus, van=van, aan=aan, voorgesteld_op=nu)


def aanvaard_overdracht(*, casus: Casus, nu: datetime) -> None:
    """The colleague accepts: from now on that one is regisseur."""
    voorstel = open_overdracht(casus)
    assert voorstel is not None
    voorstel.aanvaard_op = nu
    voorstel.save(update_fields=["aanvaard_op"])
    casus.regisseur = voorstel.aan
    casus.save(update_fields=["regisseur"])
