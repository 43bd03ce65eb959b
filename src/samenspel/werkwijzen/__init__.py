"""The definitions that come with Samenspel, one folder each: `werkwijze.yaml` and `voorbeelden.yaml`."""

from importlib.resources import files

__all__ = ["MAATSTAF", "slugs", "tekst", "voorbeelden_tekst"]

MAATSTAF = "utrecht"
"""The definition that speed is measured on: the most moves, meetings and budgets."""


def slugs() -> tuple[str, ...]:
    """Codes of the definitions in the package, in alphabetical order."""
    mappen = (m for m in files(__name__).iterdir() if m.joinpath("werkwijze.yaml").is_file())
    return tuple(sorted(m.name for m in mappen))


def tekst(slug: str) -> str:
    """The text of `werkwijze.yaml`. Raises KeyError where there is no such definition."""
    return _lees(slug, "werkwijze.yaml")


def voorbeelden_tekst(slug: str) -> str:
    """The text of `voorbeelden.yaml`. Raises KeyError where there is no such definition."""
    return _lees(slug, "voorbeelden.yaml")


def _lees(slug: str, naam: str) -> str:
    if slug not in slugs():
        raise KeyError(f"er is geen werkwijze '{slug}'; kies uit {', '.join(slugs())}")
    return files(__name__).joinpath(slug, naam).read_text(encoding="utf-8")
