"""Rollen: known wherever they are named, and somebody can hold them there."""

from collections.abc import Iterator

from samenspel.kern.werkwijze.fout import Bevinding, hulp
from samenspel.kern.werkwijze.model import Houder, Werkwijze

_VAST = {Houder.PER_CASUS, Houder.PER_TEAM}


def met_inlog(w: Werkwijze) -> frozenset[str]:
    """Codes of the rollen that a professional with a login can come to hold."""
    genoemd = _van_overleg(w)
    return frozenset(
        r.rol for r in w.rollen if r.houder in _VAST or (r.houder is Houder.PER_OVERLEG and r.rol in genoemd)
    )


def invullers(w: Werkwijze) -> frozenset[str]:
    """Codes of the rollen whose holder can fill in a form: those with a login, and residents."""
    return met_inlog(w) | {r.rol for r in w.rollen if r.houder is Houder.INWONER}


def keur(w: Werkwijze) -> Iterator[Bevinding]:
    """Unknown rollen, rollen that nobody can hold, and no rol with regie."""
    yield from _regie(w)
    yield from _niemand(w)
    soorten = {r.rol: r for r in w.rollen}
    for plek, rol, mag in _verwijzingen(w):
        if rol not in soorten:
            yield Bevinding(plek, f"de rol '{rol}' bestaat niet; {hulp(rol, soorten)}")
        elif soorten[rol].houder not in mag:
            ander = "een professional met een inlog (houder per_casus, per_team of per_overleg)"
            wie = ander if Houder.INWONER not in mag else f"een inwoner of {ander}"
            yield Bevinding(plek, f"'{rol}' is {soorten[rol].houder} en kan dit niet; kies {wie}")


def _regie(w: Werkwijze) -> Iterator[Bevinding]:
    for rol in w.rollen:
        if rol.regie and rol.houder not in _VAST:
            melding = f"een rol met regie kan niet {rol.houder} zijn; kies houder: per_casus"
            yield Bevinding(f"rollen.{rol.rol}.houder", melding)
        if rol.begint and not rol.regie and rol.houder is not Houder.PER_TEAM:
            melding = "voor het begin is er nog geen traject om een rol in te hebben; kies houder: per_team"
            yield Bevinding(f"rollen.{rol.rol}.begint", melding)
        if rol.wijst_toe and rol.houder not in _INLOG:
            melding = f"een rol die {rol.houder} is, wijst niemand toe; kies een rol van een professional met een inlog"
            yield Bevinding(f"rollen.{rol.rol}.wijst_toe", melding)
    if not any(rol.regie for rol in w.rollen):
        yield Bevinding("rollen", "geen rol heeft de regie; zet 'regie: ja' bij de rol die de casus voert")


def _niemand(w: Werkwijze) -> Iterator[Bevinding]:
    genoemd = _van_overleg(w)
    for rol in w.rollen:
        if rol.houder is Houder.PER_OVERLEG and rol.rol not in genoemd:
            yield Bevinding(
                f"rollen.{rol.rol}",
                f"niemand kan '{rol.rol}' worden: geen overleg noemt deze rol als voorzitter of leden; "
                "zet hem bij een overleg of kies houder: per_casus of per_team",
            )


def _van_overleg(w: Werkwijze) -> frozenset[str]:
    return frozenset(rol for o in w.overleggen for rol in (o.voorzitter, o.leden))


_INLOG = frozenset({Houder.PER_CASUS, Houder.PER_TEAM, Houder.PER_OVERLEG})
_INVULLEN = _INLOG | {Houder.INWONER}
_IEDEREEN = frozenset(Houder)


def _verwijzingen(w: Werkwijze) -> Iterator[tuple[str, str, frozenset[Houder]]]:
    """Every place that names a rol, the rol, and by what ways of holding it makes sense there."""
    for rol in w.rollen:
        yield from _van(f"rollen.{rol.rol}.combineerbaar_met", rol.combineerbaar_met, _IEDEREEN)
    for fase in w.fasen:
        if fase.verstrekking is not None:
            yield from _van(f"fasen.{fase.fase}.verstrekking.door", fase.verstrekking.door, _INLOG)
    for stap in w.stappen:
        yield from _van(f"stappen.{stap.stap}.door", stap.door, _INLOG)
    for formulier in w.formulieren:
        yield from _van(f"formulieren.{formulier.formulier}.door", formulier.door, _INVULLEN)
    for vraag in w.controlevragen:
        yield from _van(f"controlevragen.{vraag.controlevraag}.door", vraag.door, _INLOG)
    for overleg in w.overleggen:
        yield f"overleggen.{overleg.overleg}.voorzitter", overleg.voorzitter, _INLOG
        yield f"overleggen.{overleg.overleg}.leden", overleg.leden, _IEDEREEN - {Houder.INWONER}
    for budget in w.budgetten:
        plek = f"budgetten.{budget.budget}"
        yield from _van(f"{plek}.door", budget.door, _INLOG)
        yield from _van(f"{plek}.beoordelaars", budget.beoordelaars, _INLOG)
        yield from _van(f"{plek}.betalers", budget.betalers, _INLOG)
        yield from _van(f"{plek}.bon_daarna", budget.bon_daarna, _INLOG)
    if w.leerlus is not None and w.leerlus.reflectie is not None:
        yield from _van("leerlus.reflectie.door", w.leerlus.reflectie.door, _INLOG)
    for termijn in w.termijnen:
        yield from _van(f"termijnen.{termijn.termijn}.attendeert", termijn.attendeert, _INVULLEN)
    for moment in w.meetmomenten:
        yield from _van(f"meetmomenten.{moment.meetmoment}.door", moment.door, _INVULLEN)


def _van(plek: str, rollen: tuple[str, ...], mag: frozenset[Houder]) -> Iterator[tuple[str, str, frozenset[Houder]]]:
    for nummer, rol in enumerate(rollen):
        yield f"{plek}.{nummer}", rol, mag
