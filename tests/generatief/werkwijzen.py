"""A Hypothesis strategy for raw definitions that use every noun and property of the model, mostly acceptable ones.

It is driven by the dataclasses: a field added there is drawn here. References and conditions are drawn so that
they often make sense; the reader and the checker decide.
"""

import random
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cache
from itertools import pairwise
from types import NoneType, UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from generatief.yaml_tekst import Kaal, schrijf
from samenspel.kern.werkwijze import model as m
from samenspel.kern.werkwijze.catalogus import Catalogus, catalogus
from samenspel.kern.werkwijze.controle import lees_en_controleer
from samenspel.kern.werkwijze.eenheden import Duur
from samenspel.kern.werkwijze.fout import Fout
from samenspel.kern.werkwijze.lezer import lees_werkwijze
from samenspel.kern.werkwijze.model import Feitsoort

Kaart: TypeAlias = dict[str, Any]
_WOORDEN = ("wij", "kijken", "samen", "wat", "helpt", "na een gesprek", "'thuis'", "op tijd: graag", "café € 5")
_EENHEDEN = ("dagen", "werkdagen", "weken", "maanden")
_VAN_BEGIN = ("gebeurd.stap_gezet", "gebeurd.activiteit", "contact.terugbellen_op", "afspraak.eerste_op")


@dataclass(frozen=True)
class Gemaakt:
    """A raw definition with its text and the line of every place in it."""

    ruw: Kaart = field(repr=False)
    tekst: str
    regels: Mapping[tuple[str | int, ...], int] = field(repr=False)


def gemaakt(ruw: Kaart) -> Gemaakt:
    """Write a raw definition out."""
    tekst, regels = schrijf(ruw)
    return Gemaakt(ruw, tekst, regels)


def ruwe_werkwijzen(*, vol: bool = False) -> st.SearchStrategy[Gemaakt]:
    """Raw definitions; `vol`: with at least one of every noun."""
    return st.builds(_maak, st.integers(0, 2**32 - 1), st.integers(2, 5), st.just(vol))


@cache
def _maak(zaad: int, fasen: int, vol: bool) -> Gemaakt:
    return gemaakt(_Maker(random.Random(zaad), fasen, vol).maak())


class _Maker:
    """Makes one raw definition from one source of chance."""

    def __init__(self, toeval: random.Random, fasen: int, vol: bool) -> None:
        self.r = toeval
        self.vol = vol
        self.nummer = 0
        self.fasen = [self.code("plek") for _ in range(fasen)]
        self.overleggen = [self.code("tafel") for _ in range(self.aantal(0, 2))]
        self.formulieren = [self.code("vragenlijst") for _ in range(self.aantal(0, 2))]
        self.vragen = [self.code("toetsvraag") for _ in range(self.aantal(0, 2))]
        self.regisseur, self.collega, self.bewoner, self.buiten = map(
            self.code, ("regisseur", "collega", "bewoner", "buiten")
        )
        self.voorzitter, self.lid = self.code("voorzitter"), self.code("tafellid")
        self.grondslagen = [self.code("grondslag") for _ in range(self.aantal(0, 2))]
        self.bedragen = iter(self.r.sample(range(101, 99999), 40))

    def maak(self) -> Kaart:
        eigen: dict[str, Callable[[], object]] = {
            "bij_oplossen": lambda: self.r.choice([*self.formulieren, None]),
            "rollen": self.rollen,
            "fasen": self.fasenlijst,
            "stappen": self.stappen,
            "feiten": lambda: [self.feit() for _ in range(self.aantal(0, 2))],
            "formulieren": lambda: [self.formulier(f) for f in self.formulieren],
            "controlevragen": lambda: [self.controlevraag(v) for v in self.vragen],
            "overleggen": lambda: [self.overleg(n) for n in range(len(self.overleggen))],
            "budgetten": lambda: [self.budget() for _ in range(self.aantal(0, 2))],
            "termijnen": lambda: [self.termijn() for _ in range(self.aantal(0, 2))],
            "meetmomenten": lambda: [self.meetmoment() for _ in range(self.aantal(0, 1))],
            "instroom": list,
            "grondslagen": lambda: [self.grondslag(g) for g in self.grondslagen],
            "leerlus": lambda: self.leerlus() if self.vol or self.kans(0.5) else None,
            "schema": lambda: 1,
        }
        ruw = self.noun(m.Werkwijze, **{naam: maak() for naam, maak in eigen.items()})
        self.met_voorwaarden(ruw)
        return {sleutel: waarde for sleutel, waarde in ruw.items() if waarde != []}

    # what any field may hold

    def noun(self, klasse: type, **vast: object) -> Kaart:
        """One noun: what is given, the other required keys, and some of the optional ones."""
        soorten, ruw = get_type_hints(klasse), dict[str, Any]()
        for veld in fields(klasse):
            verplicht = veld.default is MISSING and veld.default_factory is MISSING
            if veld.name in vast:
                if vast[veld.name] is not None:
                    ruw[veld.name] = vast[veld.name]
            elif not veld.metadata.get("intern") and (verplicht or self.kans(0.4)):
                code = veld.metadata.get("code")
                ruw[veld.name] = self.code(veld.name) if code else self.waarde(soorten[veld.name])
        return ruw

    def waarde(self, soort: Any) -> object:
        oorsprong: object = get_origin(soort)
        if oorsprong is Union or oorsprong is UnionType:
            return self.waarde(next(s for s in get_args(soort) if s is not NoneType))
        if oorsprong is tuple:
            return self.lijst(get_args(soort)[0])
        if isinstance(soort, type) and issubclass(soort, Enum):
            return self.r.choice(list(soort)).value
        if is_dataclass(soort) and isinstance(soort, type) and soort is not Duur:
            return self.noun(soort)
        maak: dict[Any, Callable[[], object]] = {
            str: lambda: " ".join(self.r.sample(_WOORDEN, self.r.randint(1, 3))),
            int: lambda: self.r.randint(1, 30),
            bool: lambda: self.kans(0.5),
            date: lambda: Kaal(date(2015, 1, 1) + timedelta(self.r.randrange(4000))),
            Duur: self.duur,
            m.Cent: lambda: f"{next(self.bedragen)} euro",
        }
        return maak[soort]()

    def lijst(self, soort: Any) -> object:
        if isinstance(soort, type) and issubclass(soort, Enum):
            waarden = [e.value for e in soort]
            gekozen = self.r.sample(waarden, self.r.randint(1, min(3, len(waarden))))
        elif is_dataclass(soort):
            return [self.waarde(soort) for _ in range(self.r.randint(1, 2))]
        else:
            gekozen = [self.code("naam") for _ in range(self.r.randint(1, 2))]
        return gekozen[0] if len(gekozen) == 1 and self.kans(0.5) else gekozen

    def duur(self) -> object:
        return self.r.choice(["zelfde_dag", f"{self.r.randint(2, 20)} {self.r.choice(_EENHEDEN)}", "1 jaar"])

    def code(self, stam: str) -> str:
        self.nummer += 1
        return f"{stam}_x{self.nummer}"

    def kans(self, deel: float) -> bool:
        return self.r.random() < deel

    def aantal(self, minst: int, meest: int) -> int:
        return self.r.randint(max(minst, 1) if self.vol else minst, meest)

    def enkele(self, uit: list[str]) -> list[str] | None:
        return self.r.sample(uit, self.r.randint(1, min(2, len(uit)))) if uit and self.kans(0.7) else None

    # the nouns whose keys refer to others

    def rollen(self) -> list[Kaart]:
        houders = {
            self.regisseur: "per_casus",
            self.collega: "per_team",
            self.bewoner: "inwoner",
            self.buiten: "extern",
        }
        if self.overleggen:
            houders |= {self.voorzitter: "per_overleg", self.lid: "per_overleg"}
        return [
            self.noun(
                m.Rol,
                rol=rol,
                houder=houder,
                regie=True if rol == self.regisseur else None,
                begint=True if rol in (self.regisseur, self.collega) and self.kans(0.4) else None,
                wijst_toe=True if rol in (self.regisseur, self.collega) and self.kans(0.4) else None,
                combineerbaar_met=self.enkele([r for r in houders if r != rol]),
                caseload={"van": 3, "tot": 20 if self.kans(0.98) else 2},
            )
            for rol, houder in houders.items()
        ]

    def fasenlijst(self) -> list[Kaart]:
        vraagbaar = [*self.formulieren, "eigen_woorden.ik_wil", "leefgebieden.besproken", f"rol.{self.regisseur}.bezet"]
        return [
            self.noun(
                m.Fase,
                fase=fase,
                vraagt=self.enkele(vraagbaar),
                controlevragen=self.enkele(self.vragen),
                overleg=self.r.choice([*self.overleggen, None]),
                verstrekking=self.verstrekking() if self.grondslagen and self.kans(0.3) else None,
            )
            for fase in self.fasen
        ]

    def verstrekking(self) -> Kaart:
        door = self.enkele([self.regisseur, self.collega])
        return self.noun(m.Verstrekking, grondslag=self.r.choice(self.grondslagen), door=door)

    def grondslag(self, code: str) -> Kaart:
        return self.noun(m.Verwerkingsgrondslag, grondslag=code, partners=["een organisatie elders"])

    def leerlus(self) -> Kaart:
        clusters = [self.noun(m.Cluster) for _ in range(self.r.randint(2, 3))] if self.kans(0.5) else None
        return self.noun(
            m.Leerlus,
            reflectie=self.reflectie() if self.kans(0.5) else None,
            clusters=clusters,
            cluster_in=self.enkele(self.fasen) if clusters else None,
        )

    def reflectie(self) -> Kaart:
        return self.noun(m.Reflectie, door=[self.collega], in_fasen=self.r.sample(self.fasen, 1))

    def stappen(self) -> list[Kaart]:
        lijnen = [*pairwise(self.fasen), (self.fasen[-1], self.r.choice(self.fasen[:-1]))]
        lijnen += [(self.r.choice(self.fasen), self.r.choice(self.fasen)) for _ in range(self.aantal(0, 2))]
        return [
            self.noun(
                m.Stap,
                van=self.r.choice([van, [van]]),
                naar=naar,
                door=self.r.sample([self.regisseur, self.collega], self.r.randint(1, 2)),
                legt_vast=self.r.choice([*self.formulieren, None]),
                alle_van=[],
                een_van=[],
            )
            for van, naar in lijnen
        ]

    def feit(self) -> Kaart:
        soort = self.r.choice(["bedrag", "aantal", "dagen", "jaren"])
        bedrag = soort == "bedrag"
        return self.noun(
            m.Feit,
            feit=f"grens.{self.code('maat')}",
            soort=soort,
            waarden=None,
            waarde=None if bedrag else self.r.randint(100, 900),
            bedrag=f"{next(self.bedragen)} euro" if bedrag else None,
        )

    def formulier(self, code: str) -> Kaart:
        door = [self.regisseur, self.collega, self.bewoner]
        soorten = self.r.sample(list(m.Veldsoort), self.r.randint(1, 4))
        velden = [
            self.noun(
                m.Veld,
                soort=soort.value,
                verplicht=True if not nummer else None,
                keuzes=["wel", "niet", "deels"] if soort in (m.Veldsoort.KEUZE, m.Veldsoort.MEERKEUZE) else None,
            )
            for nummer, soort in enumerate(soorten)
        ]
        return self.noun(m.Formulier, formulier=code, velden=velden, door=self.enkele(door))

    def controlevraag(self, code: str) -> Kaart:
        return self.noun(m.Controlevraag, controlevraag=code, door=[self.regisseur, self.collega])

    def overleg(self, nummer: int) -> Kaart:
        bevat = self.enkele([*self.formulieren, "eigen_woorden.ik_kan"])
        return self.noun(
            m.Overleg,
            overleg=self.overleggen[nummer],
            voorzitter=self.voorzitter,
            leden=self.lid,
            terugval=self.overleggen[-1] if nummer + 1 < len(self.overleggen) else None,
            stukken=self.noun(m.Stukken, bevat=bevat) if self.kans(0.6) else None,
        )

    def budget(self) -> Kaart:
        regime = self.r.choice([r for r in m.Regime if r is not m.Regime.TAFEL or self.overleggen])
        vormen = self.r.sample([v.value for v in m.Vorm], self.r.randint(1, 3))
        bon = self.duur() if self.kans(0.5) else None
        return self.noun(
            m.Budget,
            regime=regime.value,
            door=[self.regisseur],
            beoordelaars=None if regime in (m.Regime.TAFEL, m.Regime.DIRECT) else [self.collega, self.regisseur],
            betalers=self.collega,
            bon_binnen=bon,
            bon_daarna=self.enkele([self.regisseur, self.collega]) if bon else None,
            vormen=vormen,
            overleg=self.r.choice(self.overleggen) if regime is m.Regime.TAFEL else None,
            per=self.r.choice(["1 maand", "2 weken"]) if "lening" not in vormen and self.kans(0.4) else None,
            lening=self.noun(m.Lening, kwijtschelding_als=None) if "lening" in vormen and self.kans(0.7) else None,
            gevuld_door=self.r.choice([None, [{"wie": "gemeente", "procent": 60}, {"wie": "fonds", "procent": 40}]]),
        )

    def termijn(self) -> Kaart:
        return self.noun(
            m.Termijn,
            vanaf=self.r.choice(_VAN_BEGIN),
            tot=self.r.choice([None, "gebeurd.contact_vastgelegd"]),
            alleen_als=None,
            in_fasen=self.enkele(self.fasen),
            attendeert=self.enkele([self.regisseur, self.collega]),
        )

    def meetmoment(self) -> Kaart:
        return self.noun(
            m.Meetmoment,
            vanaf="gebeurd.traject_gestart",
            tot=self.r.choice(["gebeurd.overleg_gehouden", *(f"formulier.{f}.ingevuld_op" for f in self.formulieren)]),
            door=self.enkele([self.regisseur, self.bewoner]),
        )

    # conditions, on the facts that the definition turns out to have

    def met_voorwaarden(self, ruw: Kaart) -> None:
        gelezen, _ = lees_werkwijze(gemaakt({k: v for k, v in ruw.items() if v != []}).tekst, "zonder voorwaarden")
        if gelezen is None:
            return
        feiten = catalogus(gelezen)
        for _ in range(self.aantal(0, 2)):
            ruw["instroom"].append(self.noun(m.Instroomcriterium, als=voorwaarde(self.r, feiten)))
        for termijn in ruw["termijnen"]:
            if self.kans(0.6):
                termijn["alleen_als"] = self.noun(m.Voorwaarde, als=voorwaarde(self.r, feiten))
        for lening in (b["lening"] for b in ruw["budgetten"] if "lening" in b):
            if lening.get("kwijtschelding_procent"):
                lening["kwijtschelding_als"] = [self.noun(m.Voorwaarde, als=voorwaarde(self.r, feiten))]
        for stap in ruw["stappen"]:
            for lijst, meest in (("alle_van", 2), ("een_van", 3)):
                stap[lijst] = [
                    self.noun(m.Voorwaarde, als=voorwaarde(self.r, feiten)) for _ in range(self.r.randint(0, meest))
                ]
            for lijst in ("alle_van", "een_van"):
                if not stap[lijst]:
                    del stap[lijst]


def voorwaarde(r: random.Random, feiten: Catalogus, *, los: bool = False) -> str:
    """A well-typed condition; mostly on a fact that somebody can supply. `los`: on any fact."""
    paden = [p for p, f in feiten.items() if f.waarde is None and (los or f.herstel is not None or r.random() < 0.1)]
    pad = r.choice(paden)
    feit = feiten[pad]
    anders = [p for p, f in feiten.items() if f.soort is feit.soort and p != pad]
    op = r.choice(["<", "<=", ">", ">=", "==", "!="])
    if feit.soort is Feitsoort.INGEVULD:
        return pad
    if feit.soort is Feitsoort.JA_NEE:
        return r.choice([pad, f"!{pad}", f"{pad} == true", f"{pad} != false"])
    if feit.soort is Feitsoort.KEUZE:
        keuzes = list(feit.waarden) or ["iets"]
        een = r.choice(keuzes)
        lijst = ", ".join(f'"{k}"' for k in r.sample(keuzes, r.randint(1, len(keuzes))))
        return r.choice([f"{pad} == '{een}'", f"{pad} != '{een}'", f"{pad} in [{lijst}]"])
    if feit.soort is Feitsoort.DATUM:
        dagen = r.randint(1000, 9999)
        return r.choice([f"nu - {pad} {op} {dagen}", f"{pad} + {dagen} {op} nu", f"{pad} {op} nu"])
    if feit.soort is Feitsoort.BEDRAG or (anders and r.random() < 0.3):
        return f"{pad} {op} {r.choice(anders or [pad])}"
    return f"{pad} {op} {r.randint(1000, 9999)}"


@cache
def keur(tekst: str) -> tuple[m.Werkwijze | None, tuple[Fout, ...]]:
    """Read and check, once for each text."""
    return lees_en_controleer(tekst, "gemaakt.yaml")


def goede_werkwijzen() -> st.SearchStrategy[Gemaakt]:
    """Definitions with every noun that the reader and the checker accept."""
    # Few seeds, so that one run makes and checks each of them once.
    vol = st.builds(_maak, st.integers(0, 60), st.integers(2, 4), st.just(True))
    return vol.filter(lambda g: keur(g.tekst)[0] is not None)
