"""Reading the forms of a page as a browser does: which fields there are, and what was filled in."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

__all__ = ["Formulier", "Veld", "lees_formulieren"]

TEKST = ("text", "search", "email", "tel", "url", "textarea")


@dataclass
class Veld:
    """One field with the value it stands at; `keuzes` are the values that can be chosen."""

    naam: str
    soort: str
    waarde: str = ""
    keuzes: list[str] = field(default_factory=list)
    fout: bool = False
    decimaal: bool = False

    @property
    def is_tekst(self) -> bool:
        """Whether somebody types freely in it; a day that can't be read is shown as text too."""
        return self.soort in TEKST


@dataclass
class Formulier:
    """A form of a page."""

    methode: str
    actie: str
    klasse: str
    velden: dict[str, Veld] = field(default_factory=dict)


class _Lezer(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.formulieren: list[Formulier] = []
        self.open: Formulier | None = None
        self.veld: Veld | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = {naam: waarde or "" for naam, waarde in attrs}
        if tag == "form":
            self.open = Formulier(a.get("method", "get").lower(), a.get("action", ""), a.get("class", ""))
            self.formulieren.append(self.open)
        elif self.open is not None and tag in ("input", "textarea", "select") and a.get("name"):
            soort = a.get("type", "text") if tag == "input" else tag
            self._veld(self.open, soort, a, gekozen="checked" in a)
        elif tag == "option" and self.veld is not None:
            self.veld.keuzes.append(a.get("value", ""))
            if "selected" in a:
                self.veld.waarde = a.get("value", "")

    def _veld(self, formulier: Formulier, soort: str, a: dict[str, str], *, gekozen: bool) -> None:
        veld = formulier.velden.setdefault(a["name"], Veld(a["name"], soort))
        veld.fout |= a.get("aria-invalid") == "true"
        veld.decimaal |= a.get("inputmode") == "decimal"
        if soort in ("radio", "checkbox"):
            veld.keuzes.append(a.get("value", "on"))
            veld.waarde = a.get("value", "on") if gekozen else veld.waarde
        else:
            veld.waarde = a.get("value", "")
            self.veld = veld if soort in ("textarea", "select") else None

    def handle_data(self, data: str) -> None:
        if self.veld is not None and self.veld.soort == "textarea":
            self.veld.waarde += data

    def handle_endtag(self, tag: str) -> None:
        if tag in ("textarea", "select"):
            if self.veld is not None and tag == "textarea":
                # A browser leaves out the first line break.
                self.veld.waarde = self.veld.waarde.removeprefix("\n")
            self.veld = None
        elif tag == "form":
            self.open = None


def lees_formulieren(html: str) -> list[Formulier]:
    """Every form of the page, in order."""
    lezer = _Lezer()
    lezer.feed(html)
    return lezer.formulieren
