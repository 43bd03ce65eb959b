"""Who belongs to the household of a casus and who has gezag over whom: rows and history in one transaction."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localdate

from samenspel.casus.models import Casus
from samenspel.casus.services import leg_gebeurtenis_vast, vergrendel
from samenspel.delen.services import leg_inzage_vast
from samenspel.huishouden import services
from samenspel.huishouden.models import Lidmaatschap, Persoon
from samenspel.huishouden.selectors import vind_persoon, woont_met_geheim
from samenspel.huishouden.services import Personalia
from samenspel.kern.stand import Geweigerd
from samenspel.organisatie.models import Account
from samenspel.regie.casusbreed import rond_af

__all__ = ["laat_vertrekken", "vind_bestaand", "voeg_bestaand_toe", "voeg_persoon_toe", "wijzig_persoon"]

NIET_BEKEND = "Wij kennen niemand met precies deze naam en geboortedatum. Controleer ze, of kies 'Iemand toevoegen'."
MEER_BEKEND = "Er zijn meer mensen met deze naam en geboortedatum. Zoek het huishouden op en vraag daar contact."


def voeg_persoon_toe(
    *, casus: Casus, personalia: Personalia, gezag_van: Collection[Persoon], account: Account, nu: datetime
) -> Persoon:
    """A person who belongs to the household from today on; `gezag_van`: who has gezag over this person."""
    with transaction.atomic():
        vergrendel(casus)
        persoon = services.voeg_persoon_toe(huishouden=casus.huishouden, personalia=personalia, van=localdate(nu))
        services.stel_gezag_vast(kind=persoon, ouders=gezag_van, onder=(), op=localdate(nu))
        _leg_vast("persoon_toegevoegd", casus, persoon, account, nu)
    return persoon


def wijzig_persoon(
    *,
    casus: Casus,
    persoon: Persoon,
    personalia: Personalia,
    gezag_van: Collection[Persoon],
    onder: Collection[Persoon],
    account: Account,
    versie: int,
    nu: datetime,
) -> Persoon:
    """Save what is known of a person and who of `onder` has gezag; raises Versieconflict when somebody was first."""
    with transaction.atomic():
        vergrendel(casus)
        gewijzigd = services.wijzig_persoon(persoon=persoon, personalia=personalia, versie=versie)
        services.stel_gezag_vast(kind=gewijzigd, ouders=gezag_van, onder=onder, op=localdate(nu))
        if persoon.ongeboren and not gewijzigd.ongeboren:
            _leg_vast("kind_geboren", casus, gewijzigd, account, nu)
        else:
            _leg_vast("persoon_gewijzigd", casus, gewijzigd, account, nu)
    return gewijzigd


def vind_bestaand(
    *, casus: Casus, voornaam: str, achternaam: str, geboortedatum: date, account: Account, nu: datetime
) -> Persoon:
    """Somebody whom the municipality knows already, to let belong to this household too. Raises Geweigerd.

    The other dossier stays closed; its regisseur can see that this was asked.
    """
    gevonden = vind_persoon(
        gemeente=casus.gemeente, voornaam=voornaam, achternaam=achternaam, geboortedatum=geboortedatum
    )
    if len(gevonden) != 1:
        raise Geweigerd(MEER_BEKEND if gevonden else NIET_BEKEND)
    (persoon,) = gevonden
    if Lidmaatschap.objects.filter(huishouden=casus.huishouden_id, persoon=persoon, tot__isnull=True).exists():
        raise Geweigerd("Deze persoon staat al bij dit huishouden.")
    elders = list(_casussen_van(persoon))
    for ander in elders:
        leg_inzage_vast(account=account, casus=ander, wat="persoon_bestaand", reden="zoeken", nu=nu)
    if woont_met_geheim(persoon):
        wie = ", ".join(dict.fromkeys(f"{c.regisseur.naam} {c.regisseur.telefoon}".strip() for c in elders))
        raise Geweigerd(f"Er is al een regisseur, vraag contact: {wie or 'via de beheerder'}.")
    return persoon


def voeg_bestaand_toe(*, casus: Casus, persoon: Persoon, account: Account, nu: datetime) -> None:
    """Let somebody who was found with `vind_bestaand` belong to this household too from today on."""
    with transaction.atomic():
        vergrendel(casus)
        services.voeg_lid_toe(huishouden=casus.huishouden, persoon=persoon, van=localdate(nu))
        _leg_vast("lid_toegevoegd", casus, persoon, account, nu)


def laat_vertrekken(*, casus: Casus, persoon: Persoon, tot: date, account: Account, nu: datetime) -> None:
    """Somebody doesn't belong to the household any more from this day on. Raises Geweigerd."""
    with transaction.atomic():
        vergrendel(casus)
        lopend = Lidmaatschap.objects.filter(huishouden=casus.huishouden_id, tot__isnull=True)
        lid = lopend.select_related("huishouden", "persoon").filter(persoon=persoon).first()
        if lid is None:
            raise Geweigerd("Deze persoon hoort al niet meer bij dit huishouden.")
        if tot > localdate(nu):
            raise Geweigerd("Kies vandaag of een dag die voorbij is. Leg het vast als het zover is.")
        if tot < lid.van:
            raise Geweigerd(
                f"Deze persoon hoort er pas bij sinds {date_format(lid.van, 'j F Y')}. Kies een dag daarna."
            )
        if lopend.count() == 1:
            raise Geweigerd("Dit is de laatste persoon van het huishouden. Sluit dan liever het traject af.")
        services.beeindig_lidmaatschap(lidmaatschap=lid, tot=tot)
        leg_gebeurtenis_vast(
            casus=casus,
            soort="lid_vertrokken",
            gegevens={"persoon": persoon.pk, "tot": tot},
            account=account,
            gebeurd_op=nu,
            nu=nu,
        )
        rond_af(casus, nu)


def _casussen_van(persoon: Persoon) -> QuerySet[Casus]:
    bij = Lidmaatschap.objects.filter(persoon=persoon, tot__isnull=True)
    return Casus.objects.filter(huishouden__in=bij.values("huishouden")).select_related("regisseur").order_by("nummer")


def _leg_vast(soort: str, casus: Casus, persoon: Persoon, account: Account, nu: datetime) -> None:
    leg_gebeurtenis_vast(
        casus=casus,
        soort=soort,
        gegevens={"persoon": str(persoon.pk), "geboortedatum": persoon.geboortedatum},
        account=account,
        gebeurd_op=nu,
        nu=nu,
    )
    rond_af(casus, nu)
