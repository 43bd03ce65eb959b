"""Every condition of a definition with the place where it stands, for the checker and for what is compiled."""

from collections.abc import Iterator

from samenspel.kern.werkwijze.model import Voorwaarde, Werkwijze


def voorwaarden(w: Werkwijze) -> Iterator[tuple[str, str]]:
    """Place ('stappen.naar_tafel.alle_van.0.als') and text of each condition."""
    for criterium in w.instroom:
        yield f"instroom.{criterium.criterium}.als", criterium.als
    for stap in w.stappen:
        yield from _lijst(f"stappen.{stap.stap}.alle_van", stap.alle_van)
        yield from _lijst(f"stappen.{stap.stap}.een_van", stap.een_van)
    for termijn in w.termijnen:
        if termijn.alleen_als is not None:
            yield f"termijnen.{termijn.termijn}.alleen_als.als", termijn.alleen_als.als
    for budget in w.budgetten:
        if budget.lening is not None:
            plek = f"budgetten.{budget.budget}.lening.kwijtschelding_als"
            yield from _lijst(plek, budget.lening.kwijtschelding_als)


def _lijst(plek: str, lijst: tuple[Voorwaarde, ...]) -> Iterator[tuple[str, str]]:
    for nummer, voorwaarde in enumerate(lijst):
        yield f"{plek}.{nummer}.als", voorwaarde.als
