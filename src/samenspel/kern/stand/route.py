"""A werkwijze compiled for the engine: per place the possible moves with their demands, and the terms."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from samenspel.kern.stand.eisen import (
    Eis,
    een_van_eis,
    fase_eisen,
    gevraagde_paden,
    ontbrekend,
    verlaat_eisen,
    voorwaarde_eis,
)
from samenspel.kern.stand.termijnen import Termijnregel, termijnregels
from samenspel.kern.stand.uitkomst import Mogelijkheid, Ontbreekt, Stapsoort, Stapstand
from samenspel.kern.werkwijze.basis import BASIS, Basisfase, Basisregel, Basisstap
from samenspel.kern.werkwijze.catalogus import (
    LEEFTIJD,
    LEEFTIJD_BIJ_BEGIN,
    Catalogus,
    catalogus,
    met_terugval,
    regierollen,
)
from samenspel.kern.werkwijze.genoemd import voorwaarden
from samenspel.kern.werkwijze.model import Fase, Stap, Voorwaarde, Werkwijze
from samenspel.kern.werkwijze.voorwaarde import lees_voorwaarde


class Zet(NamedTuple):
    """A move with what it demands: its own conditions, the questions of the place it leaves, what the next place asks.

    `klaar` is its answer when every demand is met; `gevraagd`: the facts that people supply for it.
    """

    soort: Stapsoort
    voorwaarden: tuple[Eis, ...]
    vragen: tuple[Eis, ...]
    binnenkomst: tuple[Eis, ...]
    klaar: Stapstand
    regel: Basisregel | None = None
    gevraagd: tuple[Ontbreekt, ...] = ()


class Plek(NamedTuple):
    """A place: its own moves, the base moves, the terms that may run there, and those that run on a condition."""

    zetten: tuple[Zet, ...]
    basis: tuple[Zet, ...]
    termijnen: tuple[Termijnregel, ...]
    voorwaardelijk: tuple[Termijnregel, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """A compiled werkwijze. `in_te_halen` gives, per fase, the facts that skipping it leaves to be made up."""

    werkwijze: Werkwijze
    catalogus: Catalogus
    plekken: Mapping[str, Plek]
    in_te_halen: Mapping[str, tuple[Ontbreekt, ...]]
    termijnfeiten: frozenset[str]
    gebruikt_leeftijd: bool
    gebruikt_begin: bool
    gebruikt_nu: bool

    @property
    def eerste_fase(self) -> str:
        """Where a traject begins."""
        return self.werkwijze.fasen[0].fase


def maak_route(werkwijze: Werkwijze) -> Route:
    """Compile a checked definition. Raises Voorwaardefout where it was not checked."""
    feiten = catalogus(werkwijze)
    regels = termijnregels(werkwijze, feiten)
    paden = _genoemde_paden(werkwijze)
    return Route(
        werkwijze=werkwijze,
        catalogus=feiten,
        plekken={
            **{f.fase: _eigen_plek(f, werkwijze, feiten, regels) for f in werkwijze.fasen},
            **{b.value: _plek((), b.value, werkwijze, regels) for b in Basisfase},
        },
        in_te_halen={f.fase: _in_te_halen(f, werkwijze, feiten) for f in werkwijze.fasen},
        termijnfeiten=frozenset(p.split(".")[1] for p in paden if p.startswith("termijn.")),
        gebruikt_leeftijd=LEEFTIJD in paden,
        gebruikt_begin=LEEFTIJD_BIJ_BEGIN in paden,
        gebruikt_nu="nu" in paden,
    )


def volgorde(werkwijze: Werkwijze, fase: str) -> int:
    """Place of a fase on the ladder, from 0; the base places come last."""
    codes = [f.fase for f in werkwijze.fasen]
    return codes.index(fase) if fase in codes else len(codes)


def _eigen_plek(fase: Fase, w: Werkwijze, feiten: Catalogus, regels: tuple[Termijnregel, ...]) -> Plek:
    stappen = (s for s in w.stappen if fase.fase in s.van)
    zetten = tuple(_zet(s, fase, w, feiten) for s in stappen)
    return _plek(zetten, fase.fase, w, regels)


def _plek(zetten: tuple[Zet, ...], fase: str, w: Werkwijze, regels: tuple[Termijnregel, ...]) -> Plek:
    hier = tuple(r for r in regels if not r.fasen or fase in r.fasen)
    return Plek(zetten, _basiszetten(fase, w), hier, tuple(r for r in hier if r.alleen_als is not None))


def _zet(stap: Stap, van: Fase, w: Werkwijze, feiten: Catalogus) -> Zet:
    soort = Stapsoort(
        stap.stap,
        stap.naam,
        stap.uitleg,
        stap.naar,
        stap.door,
        False,
        stap.legt_vast,
        voorwaardelijk=bool(stap.alle_van or stap.een_van),
    )
    voorwaarden = tuple(voorwaarde_eis(v, feiten) for v in stap.alle_van)
    vragen: tuple[Eis, ...] = ()
    binnenkomst: tuple[Eis, ...] = ()
    if stap.een_van:
        voorwaarden += (een_van_eis(stap.een_van, feiten),)
    if volgorde(w, stap.naar) > volgorde(w, van.fase):
        naar = next(f for f in w.fasen if f.fase == stap.naar)
        vragen, binnenkomst = verlaat_eisen(van, w, feiten), fase_eisen(naar, w, feiten)
        if van is w.fasen[0]:
            voorwaarden += tuple(voorwaarde_eis(Voorwaarde(als=i.als, uitleg=i.uitleg), feiten) for i in w.instroom)
    klaar = Stapstand(soort, Mogelijkheid.MOGELIJK)
    return Zet(soort, voorwaarden, vragen, binnenkomst, klaar, gevraagd=_gevraagd(stap, w, feiten))


def _gevraagd(stap: Stap, w: Werkwijze, feiten: Catalogus) -> tuple[Ontbreekt, ...]:
    """What the conditions of a stap, the form that goes with it and the place it leads to ask of people."""
    voorwaarden = (p for v in (*stap.alle_van, *stap.een_van) for p in lees_voorwaarde(v.als, feiten).paden())
    instroom = (p for i in w.instroom for p in lees_voorwaarde(i.als, feiten).paden())
    naar = next(f.vraagt for f in w.fasen if f.fase == stap.naar)
    mee = (stap.legt_vast,) if stap.legt_vast is not None else ()
    eerst = tuple(instroom) if w.fasen[0].fase in stap.van else ()
    return ontbrekend((*voorwaarden, *eerst, *gevraagde_paden((*naar, *mee), w)), feiten)


def _basiszetten(fase: str, w: Werkwijze) -> tuple[Zet, ...]:
    eigen = fase not in {b.value for b in Basisfase}
    regels = (r for r in BASIS if (r.uit_eigen_fase if eigen else fase in r.uit_basisfasen))
    zetten = (_basiszet(r, fase, w) for r in regels)
    return tuple(
        z for z in zetten if z.regel is None or z.regel.naar or z.soort.keuze or z.regel.stap is Basisstap.TERUG
    )


def _basiszet(regel: Basisregel, fase: str, w: Werkwijze) -> Zet:
    soort = Stapsoort(
        regel.stap.value,
        regel.naam,
        regel.uitleg,
        regel.naar.value if regel.naar is not None else None,
        _wie_basis(fase, w),
        True,
        w.bij_oplossen if regel.stap is Basisstap.OPLOSSEN else None,
        keuze=_keuze(regel, fase, w),
        vraagt_waakvlam=regel.vraagt_waakvlam,
    )
    return Zet(soort, (), (), (), Stapstand(soort, Mogelijkheid.MOGELIJK), regel)


def _wie_basis(fase: str, w: Werkwijze) -> tuple[str, ...]:
    overleg = next((f.overleg for f in w.fasen if f.fase == fase), None)
    voorzitters = tuple(
        o.voorzitter for o in w.overleggen if overleg is not None and o.overleg in met_terugval(w, overleg)
    )
    return tuple(dict.fromkeys(regierollen(w) + voorzitters))


def overleggen_in(fase: str, w: Werkwijze) -> tuple[str, ...]:
    """Codes of the meetings that may be planned in a fase: its own, and the one it falls back on."""
    overleg = next((f.overleg for f in w.fasen if f.fase == fase), None)
    return met_terugval(w, overleg) if overleg is not None else ()


def _keuze(regel: Basisregel, fase: str, w: Werkwijze) -> tuple[str, ...]:
    if regel.stap is Basisstap.HEROPENEN:
        return tuple(f.fase for f in w.fasen)
    if regel.stap is Basisstap.SPOED:
        return tuple(f.fase for f in w.fasen[volgorde(w, fase) + 1 :])
    return ()


def _in_te_halen(fase: Fase, w: Werkwijze, feiten: Catalogus) -> tuple[Ontbreekt, ...]:
    vragen = tuple(f"controlevraag.{c}" for c in fase.controlevragen)
    return ontbrekend(gevraagde_paden(fase.vraagt, w) + vragen, feiten)


def _genoemde_paden(w: Werkwijze) -> frozenset[str]:
    feiten = catalogus(w)
    return frozenset(p for _, tekst in voorwaarden(w) for p in lees_voorwaarde(tekst, feiten).paden())
