"""Conditions of a definition: a small, typed part of CEL, where unknown is a value of its own.

Only what can be explained in one sentence is allowed: one comparison each. Several conditions stand in a list
(`alle_van`, `een_van`), each with its own explanation, so that the page can tell which one is missing. See
docs/adr/0002 for why this is compiled here; a test holds the outcome equal to a CEL library's.
"""

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, TypeAlias

from samenspel.kern.werkwijze.catalogus import Catalogus, Feitbeschrijving
from samenspel.kern.werkwijze.model import Feitsoort

Waarde: TypeAlias = bool | int | str
Toets: TypeAlias = Callable[[Mapping[str, object]], bool | None]
NU = "nu"


class Voorwaardefout(ValueError):
    """The condition can't be read or compares what can't be compared; the text is Dutch and says how to mend it."""


@dataclass(frozen=True, slots=True)
class Term:
    """A path or a literal; `soort` None marks a bare number that takes the other side's unit."""

    pad: str | None
    waarde: Waarde | None
    soort: Feitsoort | None


@dataclass(frozen=True, slots=True)
class Som:
    """`links` alone, or `links` plus (1) or minus (-1) `rechts`."""

    links: Term
    teken: int = 1
    rechts: Term | None = None


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """A read and typed condition. `waarden` holds the literals of `in`."""

    links: Som
    op: str
    rechts: Som | None = None
    waarden: tuple[str, ...] = ()

    def paden(self) -> tuple[str, ...]:
        """Every fact path that the condition names, in order."""
        sommen = (self.links,) if self.rechts is None else (self.links, self.rechts)
        termen = [t for s in sommen for t in (s.links, s.rechts) if t is not None]
        return tuple(dict.fromkeys(t.pad for t in termen if t.pad is not None))

    def grenzen(self) -> tuple[tuple[str, Feitsoort, int], ...]:
        """Bare limits in the condition as (path, unit, number): each may stand only once in a definition.

        `nu - gebeurd.activiteit > 14` and `gebeurd.activiteit + 14 < nu` are the same limit.
        """
        sommen = (self.links,) if self.rechts is None else (self.links, self.rechts)
        gevonden = [_grens(s.links, s.rechts, s.links.soort) for s in sommen if s.rechts is not None]
        if self.rechts is not None:
            gevonden.append(_grens(_feitterm(self.links), self.rechts.links, _somsoort(self.links)))
            gevonden.append(_grens(_feitterm(self.rechts), self.links.links, _somsoort(self.rechts)))
        return tuple(g for g in gevonden if g is not None)


def _feitterm(som: Som) -> Term:
    """The term that a limit on this sum is about: not the present moment."""
    return som.rechts if som.links.pad == NU and som.rechts is not None else som.links


def _grens(feit: Term, getal: Term, soort: Feitsoort | None) -> tuple[str, Feitsoort, int] | None:
    if feit.pad is None or soort is None or type(getal.waarde) is not int:
        return None
    return feit.pad, Feitsoort.DAGEN if soort is Feitsoort.DATUM else soort, getal.waarde


_TOKEN = re.compile(
    r"\s*(?:(?P<getal>[0-9]+)|(?P<tekst>'[^'\\]*'|\"[^\"\\]*\")|(?P<pad>[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*)"
    r"|(?P<teken>==|!=|<=|>=|&&|\|\||[<>!\[\],()+\-]))"
)
_OPS: Mapping[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_GETALLEN = {Feitsoort.BEDRAG, Feitsoort.DAGEN, Feitsoort.JAREN, Feitsoort.AANTAL, Feitsoort.DATUM}
_EENHEID = {
    Feitsoort.BEDRAG: "euro's",
    Feitsoort.DAGEN: "dagen",
    Feitsoort.JAREN: "jaren",
    Feitsoort.AANTAL: "een aantal",
    Feitsoort.DATUM: "een datum",
    Feitsoort.KEUZE: "een keuze",
    Feitsoort.JA_NEE: "ja of nee",
    Feitsoort.INGEVULD: "wel of niet ingevuld",
}


def lees_voorwaarde(tekst: str, catalogus: Catalogus) -> Vergelijking:
    """Read and type-check a condition. Raises Voorwaardefout with the mend."""
    return _Lezer(_tokens(tekst), catalogus).vergelijking()


def _tokens(tekst: str) -> list[tuple[str, str]]:
    gevonden: list[tuple[str, str]] = []
    plek = 0
    while plek < len(tekst.rstrip()):
        stuk = _TOKEN.match(tekst, plek)
        if stuk is None or stuk.lastgroup is None:
            raise Voorwaardefout(f"onleesbaar vanaf '{tekst[plek : plek + 12].strip()}'")
        gevonden.append((stuk.lastgroup, stuk[stuk.lastgroup]))
        plek = stuk.end()
    return gevonden


class _Lezer:
    """Recursive descent over the tokens of one condition."""

    def __init__(self, tokens: list[tuple[str, str]], catalogus: Catalogus) -> None:
        self.tokens = tokens
        self.catalogus = catalogus
        self.plek = 0

    def vergelijking(self) -> Vergelijking:
        gelezen = self._vergelijking()
        if self._kijk() in (("teken", "&&"), ("teken", "||")):
            lijst = "alle_van" if self._kijk()[1] == "&&" else "een_van"
            raise Voorwaardefout(f"zet elke voorwaarde apart onder '{lijst}', met een eigen uitleg")
        if self.plek < len(self.tokens):
            raise Voorwaardefout(f"'{self._kijk()[1]}' hoort hier niet; schrijf één vergelijking")
        return gelezen

    def _vergelijking(self) -> Vergelijking:
        if self._neem("teken", "!"):
            return self._ja_nee(self._som(), "!")
        links = self._som()
        soort, teken = self._kijk()
        if (soort, teken) == ("pad", "in"):
            self.plek += 1
            return self._in_lijst(links)
        if soort != "teken" or teken not in _OPS:
            return self._ja_nee(links, "waar")
        self.plek += 1
        return _getypeerd(links, teken, self._som(), self.catalogus)

    def _ja_nee(self, som: Som, op: str) -> Vergelijking:
        soort = som.links.soort
        goed = {Feitsoort.JA_NEE} if op == "!" else {Feitsoort.JA_NEE, Feitsoort.INGEVULD}
        if som.rechts is not None or som.links.pad is None or soort not in goed:
            raise Voorwaardefout("vergelijk dit met iets, zoals \"contact.uitkomst == 'opgelost'\"")
        return Vergelijking(som, op)

    def _in_lijst(self, links: Som) -> Vergelijking:
        if not self._neem("teken", "["):
            raise Voorwaardefout("na 'in' komt een lijst, zoals ['opgelost', 'niet_opgelost']")
        waarden: list[str] = []
        while not self._neem("teken", "]"):
            term = self._term()
            if not isinstance(term.waarde, str):
                raise Voorwaardefout("een lijst na 'in' heeft alleen teksten, gescheiden door een komma")
            _controleer_keuze(links.links, term.waarde, self.catalogus)
            waarden.append(term.waarde)
            if not self._neem("teken", ",") and self._kijk() != ("teken", "]"):
                raise Voorwaardefout("de lijst na 'in' mist een ']'")
        if links.rechts is not None or links.links.soort is not Feitsoort.KEUZE or not waarden:
            raise Voorwaardefout("'in' vergelijkt een keuze met een lijst van keuzes")
        return Vergelijking(links, "in", waarden=tuple(waarden))

    def _som(self) -> Som:
        links = self._term()
        soort, teken = self._kijk()
        if soort != "teken" or teken not in "+-" or not teken:
            return Som(links)
        self.plek += 1
        return _getypeerde_som(links, 1 if teken == "+" else -1, self._term())

    def _term(self) -> Term:
        soort, tekst = self._kijk()
        self.plek += 1
        if soort == "getal":
            if len(tekst) > 9:
                raise Voorwaardefout("dit getal is te groot; schrijf hooguit negen cijfers")
            return Term(None, int(tekst), None)
        if soort == "tekst":
            return Term(None, tekst[1:-1], Feitsoort.KEUZE)
        if soort == "pad" and tekst in ("true", "false"):
            return Term(None, tekst == "true", Feitsoort.JA_NEE)
        if soort == "pad":
            return Term(tekst, None, _soort_van(tekst, self.catalogus))
        raise Voorwaardefout(f"hier hoort een feit of een waarde, niet '{tekst or 'het einde'}'")

    def _kijk(self) -> tuple[str, str]:
        return self.tokens[self.plek] if self.plek < len(self.tokens) else ("einde", "")

    def _neem(self, soort: str, tekst: str) -> bool:
        if self._kijk() != (soort, tekst):
            return False
        self.plek += 1
        return True


def _soort_van(pad: str, catalogus: Catalogus) -> Feitsoort:
    if pad == NU:
        return Feitsoort.DATUM
    if pad not in catalogus:
        dichtbij = get_close_matches(pad, catalogus, n=1, cutoff=0.5)
        raise Voorwaardefout(f"het feit '{pad}' bestaat niet" + (f"; bedoelt u '{dichtbij[0]}'?" if dichtbij else ""))
    return catalogus[pad].soort


def _getypeerde_som(links: Term, teken: int, rechts: Term) -> Som:
    soorten = (links.soort, rechts.soort)
    if soorten == (Feitsoort.DATUM, Feitsoort.DATUM) and teken < 0:
        return Som(links, teken, rechts)
    if soorten in {(Feitsoort.DATUM, Feitsoort.DAGEN), (Feitsoort.DATUM, None)}:
        return Som(links, teken, rechts)
    if links.soort == rechts.soort and links.soort in _GETALLEN - {Feitsoort.DATUM}:
        return Som(links, teken, rechts)
    raise Voorwaardefout(f"{_noem(links.soort)} en {_noem(rechts.soort)} zijn niet op te tellen of af te trekken")


def _somsoort(som: Som) -> Feitsoort | None:
    if som.rechts is not None and som.links.soort is som.rechts.soort is Feitsoort.DATUM:
        return Feitsoort.DAGEN
    return som.links.soort


def _getypeerd(links: Som, op: str, rechts: Som, catalogus: Catalogus) -> Vergelijking:
    een, twee = _somsoort(links), _somsoort(rechts)
    if not Vergelijking(links, op, rechts).paden():
        raise Voorwaardefout("een vergelijking noemt ten minste één feit")
    if een is None or twee is None:
        soort = een or twee
        if soort is Feitsoort.BEDRAG:
            raise Voorwaardefout("noem het bedrag één keer, bij het budget of als feit, en gebruik hier die naam")
        if soort not in _GETALLEN or soort is Feitsoort.DATUM:
            raise Voorwaardefout(f"{_noem(soort)} is niet te vergelijken met een getal")
        return Vergelijking(links, op, rechts)
    if een is not twee:
        raise Voorwaardefout(f"{_noem(een)} is niet te vergelijken met {_noem(twee)}")
    if een is Feitsoort.INGEVULD or (een not in _GETALLEN and op not in ("==", "!=")):
        raise Voorwaardefout(f"'{op}' kan niet bij {_noem(een)}")
    if een is Feitsoort.KEUZE:
        _controleer_keuzes(links.links, rechts.links, catalogus)
    return Vergelijking(links, op, rechts)


def _controleer_keuzes(links: Term, rechts: Term, catalogus: Catalogus) -> None:
    for feit, waarde in ((links, rechts), (rechts, links)):
        if feit.pad is not None and isinstance(waarde.waarde, str):
            _controleer_keuze(feit, waarde.waarde, catalogus)


def _controleer_keuze(feit: Term, waarde: str, catalogus: Catalogus) -> None:
    waarden = catalogus[feit.pad].waarden if feit.pad is not None and feit.pad in catalogus else ()
    if waarden and waarde not in waarden:
        dichtbij = get_close_matches(waarde, waarden, n=1)
        hulp = f"bedoelt u '{dichtbij[0]}'?" if dichtbij else f"kies uit {', '.join(waarden)}"
        raise Voorwaardefout(f"'{waarde}' is geen waarde van '{feit.pad}'; {hulp}")


def _noem(soort: Feitsoort | None) -> str:
    return _EENHEID[soort] if soort is not None else "een getal"


def compileer(v: Vergelijking, catalogus: Catalogus) -> Toets:
    """A function from known facts to true, false, or None where a named fact is unknown."""
    if v.op in ("waar", "!"):
        return _compileer_ja_nee(v.links.links.pad or "", v.op == "waar")
    if v.op == "in":
        return _compileer_in(v.links.links.pad or "", frozenset(v.waarden))
    assert v.rechts is not None
    return _compileer_vergelijking(v.links, _OPS[v.op], v.rechts, catalogus)


def _compileer_ja_nee(pad: str, goed: bool) -> Toets:
    def toets(feiten: Mapping[str, object]) -> bool | None:
        waarde = feiten.get(pad)
        return None if waarde is None else waarde is goed

    return toets


def _compileer_in(pad: str, waarden: frozenset[str]) -> Toets:
    def toets(feiten: Mapping[str, object]) -> bool | None:
        waarde = feiten.get(pad)
        return None if waarde is None else waarde in waarden

    return toets


def _compileer_vergelijking(links: Som, op: Callable[[Any, Any], bool], rechts: Som, catalogus: Catalogus) -> Toets:
    vast = _vaste_waarde(rechts.links, catalogus)
    if links.rechts is None and rechts.rechts is None and links.links.pad and vast is not None:
        return _compileer_met_vaste(links.links.pad, op, vast)
    een, twee = _compileer_som(links, catalogus), _compileer_som(rechts, catalogus)

    def toets(feiten: Mapping[str, object]) -> bool | None:
        a, b = een(feiten), twee(feiten)
        return None if a is None or b is None else op(a, b)

    return toets


def _compileer_met_vaste(pad: str, op: Callable[[Any, Any], bool], vast: Waarde) -> Toets:
    def toets(feiten: Mapping[str, object]) -> bool | None:
        waarde = feiten.get(pad)
        return None if waarde is None else op(waarde, vast)

    return toets


def _vaste_waarde(term: Term, catalogus: Catalogus) -> Waarde | None:
    if term.pad is None:
        return term.waarde
    beschrijving: Feitbeschrijving | None = catalogus.get(term.pad)
    return beschrijving.waarde if beschrijving is not None else None


def _compileer_som(som: Som, catalogus: Catalogus) -> Callable[[Mapping[str, object]], object]:
    links = _compileer_term(som.links, catalogus)
    if som.rechts is None:
        return links
    rechts, teken = _compileer_term(som.rechts, catalogus), som.teken

    def waarde(feiten: Mapping[str, object]) -> object:
        a, b = links(feiten), rechts(feiten)
        return a + teken * b if isinstance(a, int) and isinstance(b, int) else None

    return waarde


def _compileer_term(term: Term, catalogus: Catalogus) -> Callable[[Mapping[str, object]], object]:
    vast = _vaste_waarde(term, catalogus)
    if vast is not None:
        return lambda feiten: vast
    pad = term.pad or ""
    return lambda feiten: feiten.get(pad)
