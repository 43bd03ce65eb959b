"""An item of a dossier as far as the right to see it depends on it; its content stays with the apps."""

from dataclasses import dataclass

from samenspel.kern.werkwijze.model import Gegevenssoort


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuk:
    """One item. References are opaque to kern; `traject` None: it belongs to the casus as a whole.

    `geheim`: somebody whom it is about has a secret address.
    """

    id: str
    gemeente: str
    casus: str
    traject: str | None
    soort: Gegevenssoort
    eigenaar: str
    betreft: frozenset[str]
    ingetrokken: bool = False
    geheim: bool = False

    @property
    def toont_geheim_adres(self) -> bool:
        """Whether somebody could be found by it who must not be found."""
        return self.geheim and self.soort is Gegevenssoort.ADRES
