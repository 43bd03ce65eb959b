"""What waits for who watches over privacy."""

from uuid import UUID

from personas.toneel import Toneel
from samenspel.delen.models import Wisverzoek
from samenspel.kern.delen.wissen import Wisgrond

__all__ = ["wisverzoek"]


def wisverzoek(t: Toneel) -> dict[str, UUID]:
    """A proposal to erase what is written about the father; watching is for the whole municipality."""
    voor = "elders: " if t.gemeente.code == "elders" else ""
    rij = Wisverzoek.objects.create(
        gemeente=t.gemeente,
        casus=t.casus,
        persoon=t.personen["vader"],
        grond=Wisgrond.BEZWAAR.value,
        reden=t.merken.tekst(f"{voor}wisverzoek", "Hij vraagt erom."),
        voorgesteld_door=t.regisseur,
        voorgesteld_op=t.nu(),
    )
    return {"wisverzoek": rij.pk}
