"""Reading the hand-written table, and what follows from it for who isn't named."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

__all__ = ["PLAATSEN", "Tabel", "lees_tabel"]

PLAATSEN = ("eigen", "ander_team", "andere_gemeente")
INWONERS = frozenset({"moeder", "vader", "zoon"})
REGISSEUR_VAN = {"ander_team": "tweede_team", "andere_gemeente": "elders"}


@dataclass(frozen=True)
class Tabel:
    """What is expected, per page, method, persona and place."""

    groepen: Mapping[str, list[str]]
    paginas: Mapping[str, Mapping[str, Any]]

    def plaatsen(self, pagina: str) -> tuple[str, ...]:
        """Where the page differs; a page that is about no household is asked once."""
        return PLAATSEN[:1] if self.paginas[pagina].get("bereik") == "niemand" else PLAATSEN

    def uitkomst(self, pagina: str, methode: str, persona: str, plaats: str) -> str:
        """The expected outcome; the order of the questions is the order in which a page must ask them."""
        regel = self.paginas[pagina]
        voor = regel.get("voor", "medewerker")
        if methode not in regel:
            return "fout"
        if persona == "anoniem" and voor != "open":
            return "inlog"
        if voor in ("medewerker", "inwoner") and (persona in INWONERS) != (voor == "inwoner"):
            return "door" if methode == "GET" else "geen"
        if persona not in regel.get("taak", [persona]):
            return "geen"
        if regel.get("bereik") != "niemand" and (persona == "elders") != (plaats == "andere_gemeente"):
            return "niet"
        if persona in self._binnen(regel, methode, plaats):
            return str(regel.get("daarna", "ok")) if methode == "POST" else "ok"
        return str(regel.get("anders", "geen"))

    def doet(self, pagina: str, persona: str, plaats: str) -> bool:
        """Whether an empty form may already change something."""
        return persona in self._op_plaats(self.paginas[pagina].get("doet", []), plaats)

    def _binnen(self, regel: Mapping[str, Any], methode: str, plaats: str) -> list[str]:
        if regel.get("bereik") in ("niemand", "gemeente"):
            return self._groep(regel[methode])
        wie = regel[methode]
        if plaats != "eigen" and "op_ander_huishouden" in regel:
            wie = regel["op_ander_huishouden"][methode]
        return self._op_plaats(wie, plaats)

    def _op_plaats(self, wie: str | list[str], plaats: str) -> list[str]:
        """In another household nobody of the first one has a right; its own regisseur has."""
        namen = self._groep(wie)
        if plaats == "eigen":
            return namen
        return [REGISSEUR_VAN[plaats]] if "regisseur" in namen else []

    def _groep(self, wie: str | list[str]) -> list[str]:
        return self.groepen[wie] if isinstance(wie, str) else list(wie)


def lees_tabel() -> Tabel:
    """The table beside this file."""
    ruw = YAML(typ="safe", pure=True).load(Path(__file__).with_name("verwacht.yaml"))
    return Tabel(ruw["groepen"], ruw["paginas"])
