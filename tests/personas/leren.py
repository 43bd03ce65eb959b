"""What was learned of the household, for all colleagues of the municipality."""

from uuid import UUID

from fabriek import VANDAAG
from personas.toneel import Toneel
from samenspel.leren.services import Lesgegevens, maak_sessie, schrijf_les

__all__ = ["lessen"]


def lessen(t: Toneel) -> dict[str, UUID]:
    """A session of the regisseur and the koploper with a lesson; lessons of one municipality are for all its teams."""
    deelnemers = [t.regisseur, t.mensen["koploper"]]
    sessie = maak_sessie(
        door=t.regisseur, werkwijze=t.route.werkwijze.werkwijze, op=VANDAAG, deelnemers=deelnemers, nu=t.nu()
    )
    voor = "elders: " if t.gemeente.code == "elders" else ""
    tekst = t.merken.tekst(f"{voor}les", "Bel eerst zelf.")
    les = schrijf_les(sessie=sessie, gegevens=Lesgegevens(tekst=tekst), door=t.regisseur, nu=t.nu())
    return {"sessie": sessie.pk, "les": les.pk}
