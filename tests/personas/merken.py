"""Words of their own, planted in everything that somebody wrote."""

from itertools import count


class Merken:
    """Unique words to plant, each under the group that says what kind of thing it stands in and about whom."""

    def __init__(self) -> None:
        self.groep_van: dict[str, str] = {}
        self._nummers = count()

    def woord(self, groep: str) -> str:
        """A new word; letters only and short, so that no hyphen or escape cuts it."""
        nummer, letters = next(self._nummers), ""
        for _ in range(4):
            nummer, rest = divmod(nummer, 26)
            letters = chr(ord("a") + rest) + letters
        woord = f"zqx{letters}"
        self.groep_van[woord] = groep
        return woord

    def naam(self, groep: str) -> str:
        """A new word as a name."""
        return self.woord(groep).capitalize()

    def nummer(self, groep: str) -> str:
        """A telephone number; searched for as it is."""
        nummer = f"06 739{next(self._nummers):05d}"
        self.groep_van[nummer] = groep
        return nummer

    def tekst(self, groep: str, tekst: str) -> str:
        """The text with a planted word at its end."""
        return f"{tekst} {self.woord(groep)}"
