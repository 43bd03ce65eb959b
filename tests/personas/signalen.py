"""Signalen around the household: one lies in the dossier, one waits for somebody who was asked to take it over."""

from uuid import UUID

from fabriek import VANDAAG
from personas.toneel import Toneel
from samenspel.regie.signalen import haal_uit_dossier, leg_in_dossier, stel_voor
from samenspel.signaal.models import Signaal
from samenspel.signaal.services import NieuwSignaal, maak_signaal

__all__ = ["signalen"]


def signalen(t: Toneel) -> dict[str, UUID]:
    """The regisseur holds both; the opvolger was asked for the open one."""
    gelegd, verteld = _signaal(t, "signaal in het dossier"), t.plant("signaal", "Wij gaan langs.")
    over = [t.personen["moeder"]]
    leg_in_dossier(signaal=gelegd, casus=t.casus, betreft=over, verteld=verteld, account=t.regisseur, nu=t.nu())
    _verlegd(t)
    signaal, reden = _signaal(t, "signaal"), t.plant("signaal", "Kijk jij?")
    stel_voor(signaal=signaal, aan=t.mensen["opvolger"], reden=reden, account=t.regisseur, nu=t.nu())
    return {"signaal": signaal.pk}


def _verlegd(t: Toneel) -> None:
    """One that lay in the wrong dossier: the regisseur took it out and holds it."""
    groep = "signaal verlegd"
    zorg = {sleutel: t.plant(groep, "Er is geen water.") for sleutel in ("zorg", "over_wie", "adres")}
    nieuw = NieuwSignaal(weg="balie", bron="buur", binnen_op=VANDAAG, anoniem=True, woorden={"zorg": zorg})
    signaal, over = maak_signaal(nieuw=nieuw, account=t.regisseur, nu=t.nu()), [t.personen["moeder"]]
    leg_in_dossier(signaal=signaal, casus=t.casus, betreft=over, verteld="", account=t.regisseur, nu=t.nu())
    signaal.refresh_from_db()
    reden = t.plant(groep, "Het gaat om de buren.")
    haal_uit_dossier(signaal=signaal, reden=reden, account=t.regisseur, nu=t.nu())


def _signaal(t: Toneel, groep: str) -> Signaal:
    zorg = {sleutel: t.plant(groep, "Er is geen licht.") for sleutel in ("zorg", "over_wie", "adres")}
    melder = {"melder": t.plant("signaal", "De buurman"), "telefoon": t.merken.nummer(t.voor + "signaal")}
    nieuw = NieuwSignaal(weg="balie", bron="buur", binnen_op=VANDAAG, woorden={"zorg": zorg, "melder": melder})
    return maak_signaal(nieuw=nieuw, account=t.regisseur, nu=t.nu())
