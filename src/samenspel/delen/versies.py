"""Two people changed the same thing: the second is shown both versions and chooses."""

__all__ = ["Versieconflict"]


class Versieconflict(Exception):
    """Somebody else saved in between. `huidig` is what stands there now, `versie` its number."""

    def __init__(self, huidig: object, versie: int) -> None:
        self.huidig = huidig
        self.versie = versie
        super().__init__("Iemand anders heeft dit intussen veranderd. Bekijk beide versies en kies.")
