"""The facts that conditions may name: the base ones, and the paths that follow from the nouns of a definition."""

from dataclasses import replace
from datetime import date

from samenspel.kern.werkwijze import model as m
from samenspel.kern.werkwijze.catalogus import Feitbeschrijving, Herstel, catalogus
from samenspel.kern.werkwijze.eenheden import Duur, Tijdeenheid
from samenspel.opdrachten.naslag_schrijven import KOP, codes, punt
from samenspel.opdrachten.naslag_voorbeelden import in_voorbeelden

__all__ = ["blad"]

_DAG = Duur(1, Tijdeenheid.DAGEN)
_KAAL = m.Werkwijze(
    werkwijze="naslag",
    naam="Naslag",
    schema=1,
    geldig_vanaf=date(2026, 1, 1),
    bron="de code",
    samenvatting="",
    toestand=m.Toestand.GETEKEND,
    rollen=(),
    fasen=(),
    stappen=(),
)
_REGIE = m.Rol(rol="de rol met regie", naam="De rol met regie", houder=m.Houder.PER_CASUS, regie=True)


def blad() -> str:
    """The page."""
    alles = catalogus(_voorbeeld()).values()
    basis = catalogus(_KAAL)
    persoon = [f for f in alles if f.pad.startswith("persoon.")]
    vast = [f for f in alles if f.pad in basis]
    volgt = [f for f in alles if f not in vast and f not in persoon and _REGIE.rol not in f.pad]
    delen = [KOP, "", "# De feiten", "", *_inleiding()]
    for kop, uitleg, feiten in (
        ("Feiten van elke werkwijze", "", vast),
        ("Alleen als de werkwijze om één persoon gaat", "", persoon),
        ("Paden die uit de werkwijze volgen", "Op de plek van `<…>` komt de code die u zelf kiest.", volgt),
    ):
        delen += ["", f"## {kop}", "", *([uitleg, ""] if uitleg else []), *map(_regel, feiten)]
    delen += ["", "## In de voorbeelden", "", *_INLEIDING_VOORBEELDEN, "", *in_voorbeelden()]
    return "\n".join([*delen, ""])


_INLEIDING_VOORBEELDEN = (
    "De voorbeelden van de werkwijzen zijn ook de tests: wat hieronder staat, wordt bij elke test nagespeeld. Daar",
    "ziet u een feit eerst ontbreken, en wat er gebeurt als iemand het aanvult.",
)


def _inleiding() -> tuple[str, ...]:
    return (
        "Voorwaarden, termijnen en `vraagt` noemen feiten bij hun pad. Een feit dat nog niemand heeft vastgelegd, is",
        "onbekend: dan ontbreekt er iets, en de stand van zaken zegt wie het kan aanvullen. Een pad dat hier niet bij",
        "past, keurt `samenspel werkwijze controleer` af. `nu` is de dag van vandaag, om mee te rekenen met datums.",
    )


def _regel(f: Feitbeschrijving) -> str:
    soort = f"{f.soort.value}: {codes(f.waarden)}" if f.waarden else f.soort.value
    if f.waarde is not None:
        wie = "staat vast in de werkwijze"
    elif f.herstel is None:
        wie = "volgt vanzelf"
    else:
        wie = f"vult aan: {_door(f.herstel)}"
        if f.wijziging is not None:
            wie += f"; wijzigt: {_door(f.wijziging)}"
    naam = f.naam if f.naam.endswith("?") else f"{f.naam}."
    return punt(f"**`{f.pad}`** ({soort}): {naam} {wie[:1].upper()}{wie[1:]}.")


def _door(herstel: Herstel) -> str:
    return f"{' of '.join(herstel.door)} (`{herstel.wijze.value}`)"


def _voorbeeld() -> m.Werkwijze:
    """One of every noun that facts follow from, with what it stands for in place of its code."""
    rol = replace(_REGIE, rol="<rol>", naam="De rol", regie=False)
    return replace(
        _KAAL,
        voor=m.Voor.PERSOON,
        rollen=(_REGIE, rol),
        feiten=(m.Feit(feit="<eigen.pad>", naam="Een eigen grens", soort=m.Feitsoort.AANTAL, waarde=1),),
        formulieren=(_formulier(),),
        controlevragen=(m.Controlevraag(controlevraag="<vraag>", vraag="De vraag", door=("wie de vraag noemt",)),),
        overleggen=(_overleg(),),
        budgetten=(_budget(),),
        termijnen=(m.Termijn(termijn="<termijn>", naam="De termijn", vanaf="", duur=_DAG),),
    )


def _formulier() -> m.Formulier:
    velden = tuple(
        m.Veld(veld=f"<{soort.value}>", vraag=f"Het antwoord op een vraag van soort {soort.value}", soort=soort)
        for soort in m.Veldsoort
    )
    return m.Formulier(formulier="<formulier>", naam="", velden=velden, door=("wie het formulier noemt",))


def _overleg() -> m.Overleg:
    return m.Overleg(
        overleg="<overleg>",
        naam="het overleg",
        voorzitter="de voorzitter",
        leden="de leden",
        uitkomsten=(m.Uitkomst(uitkomst="<uitkomst>", naam=""),),
        inwoner=m.Aanwezigheid.MAG,
        verslag_binnen=_DAG,
        zicht_voor=_DAG,
        zicht_na=_DAG,
    )


def _budget() -> m.Budget:
    return m.Budget(
        budget="<budget>",
        naam="het budget",
        regime=m.Regime.GROEP,
        door=("wie het budget noemt",),
        beoordelaars=("de beoordelaars",),
        betalers=(),
        vormen=tuple(m.Vorm),
        plafond=m.Cent(1),
    )
