"""The people on the page of a casus: the household, and who takes part."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from samenspel.casus.models import Contact
from samenspel.kern.delen import Zicht
from samenspel.web.blik import Blik
from samenspel.web.deelnemers import deelnemers, delen_met, gedekten, partners
from samenspel.web.personenpagina import leeftijd
from samenspel.web.tekst import initialen
from samenspel.web.trajectblok import Trajectblok


def leden(blik: Blik) -> list[dict[str, Any]]:
    """The household: of whom nothing may be seen, only that they are there."""
    regels: list[dict[str, Any]] = []
    for persoon in blik.leden:
        zicht = blik.personen[persoon.pk]
        if zicht.personalia is not Zicht.GEHEEL:
            naam = persoon.voornaam if persoon in blik.geholpen else ""
            regels.append(
                {
                    "initialen": initialen(naam) if naam else "?",
                    "naam": naam or "Iemand in dit huishouden",
                    "telefoon": "",
                    "regels": ["u helpt"] if naam else [],
                }
            )
            continue
        jaren = leeftijd(persoon, blik.dag)
        naam = f"{persoon.roepnaam}, {jaren}" if jaren else persoon.roepnaam
        mag_bellen = zicht.adres is Zicht.GEHEEL
        regels.append(
            {
                "initialen": initialen("" if persoon.ongeboren else persoon.naam),
                "naam": naam,
                "telefoon": persoon.telefoon if mag_bellen else "",
                "regels": [r for r in (persoon.taal, "tolk nodig" if persoon.tolk_nodig else "") if r],
            }
        )
    return regels


def mensen(blik: Blik, blokken: Sequence[Trajectblok]) -> list[dict[str, Any]]:
    """The regisseur with who replaces them, who has a part in a traject, and who was called outside."""
    regisseur = blik.casus.regisseur
    u = " (u)" if regisseur.pk == blik.account.pk else ""
    regels = [r for r in ("contactpersoon van het huishouden", regisseur.team.naam if regisseur.team else "") if r]
    if regisseur.vervanger is not None:
        regels.append(f"vervanging: {regisseur.vervanger.naam} {regisseur.vervanger.telefoon}".strip())
    wie_doet_mee: list[dict[str, Any]] = [
        {
            "initialen": initialen(regisseur.naam),
            "naam": regisseur.naam + u,
            "telefoon": "" if u else regisseur.telefoon,
            "regels": regels,
        }
    ]
    wie_doet_mee += deelnemers(blik, blokken)
    grondslagen = gedekten(blik)
    contacten = blik.leesbare(
        Contact.objects.filter(contactpersoon__isnull=False, item__ingetrokken_op__isnull=True)
        .select_related("contactpersoon__organisatie")
        .order_by("contactpersoon__naam")
    )
    gezien: set[UUID] = set()
    gebeld: set[UUID] = set()
    for contact in contacten:
        wie = contact.contactpersoon
        if wie is None or wie.pk in gezien:
            continue
        gezien.add(wie.pk)
        gebeld.add(wie.organisatie_id)
        wie_doet_mee.append(
            {
                "initialen": initialen(wie.naam),
                "naam": wie.naam,
                "telefoon": wie.telefoon,
                "regels": [
                    *(deel for deel in (wie.organisatie.naam, wie.uitleg) if deel),
                    delen_met(grondslagen, wie, blik),
                ],
            }
        )
    van_belang = [g for g in grondslagen if blik.regie or g.partner_id == blik.account.pk]
    return [*wie_doet_mee, *partners(blik, van_belang, wie_doet_mee, gebeld)]
