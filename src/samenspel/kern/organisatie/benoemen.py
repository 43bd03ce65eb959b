"""Giving a rol or a taak: not to oneself, and no two rollen that the definition doesn't let one person combine."""

from collections.abc import Iterable

from samenspel.kern.stand import Geweigerd
from samenspel.kern.werkwijze.model import Houder, Rol, Werkwijze

__all__ = ["weiger_botsing", "weiger_regie", "weiger_zelf"]


def weiger_zelf(*, gever: str | None, ontvanger: str) -> None:
    """Raise Geweigerd when somebody gives something to oneself; `gever` None: no person, the server's owner did."""
    if gever is not None and gever == ontvanger:
        raise Geweigerd(
            "U kunt uzelf geen rol of taak geven, want dan kijkt er niemand mee. Vraag het een andere beheerder."
        )


def weiger_regie(naam: str, *, toezicht: bool) -> None:
    """Raise Geweigerd where somebody who watches over who looks would get dossiers to look into."""
    if toezicht:
        raise Geweigerd(
            f"{naam} houdt toezicht op wie er in dossiers kijkt, en krijgt zelf geen huishoudens. Kies een ander."
        )


def weiger_botsing(w: Werkwijze, rol: str, heeft: Iterable[str]) -> Rol:
    """The rol that is given beside the rollen that somebody has in the same werkwijze and time.

    Raises Geweigerd for a rol that isn't given this way, and for two that the definition doesn't combine.
    """
    rollen = {r.rol: r for r in w.rollen}
    nieuw = rollen.get(rol)
    if nieuw is None or nieuw.houder not in (Houder.PER_TEAM, Houder.PER_OVERLEG):
        raise Geweigerd(f"Deze rol geeft u niet hier: zij hoort in ‘{w.naam}’ niet bij een team of tafel.")
    for code in sorted(set(heeft) - {rol}):
        ander = rollen.get(code)
        if ander is not None and code not in nieuw.combineerbaar_met and rol not in ander.combineerbaar_met:
            raise Geweigerd(
                f"{nieuw.naam} en {ander.naam} gaan in ‘{w.naam}’ niet samen bij één persoon."
                " Beëindig eerst de andere rol, of kies iemand anders."
            )
    return nieuw
