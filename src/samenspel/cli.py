"""The command line: thin, calls the same services as the pages."""

import argparse
import sys
from collections.abc import Callable, Container, Sequence
from importlib import import_module
from typing import NoReturn

from samenspel import __version__

__all__ = ["main"]

# Commands of other modules. Each has `register(subparsers)`, which adds its parsers with
# `set_defaults(uitvoeren=…)`: a function of the arguments that returns the exit code.
ELDERS = {
    "demo": "samenspel.demo.opdracht",
    "gemeente": "samenspel.opdrachten.gemeente",
    "werkwijze": "samenspel.opdrachten.werkwijze",
    "scenario": "samenspel.opdrachten.scenario",
    "bench": "samenspel.opdrachten.bench",
    "controleer-historie": "samenspel.opdrachten.historie",
    "wis-woorden": "samenspel.opdrachten.historie",
    "naslag": "samenspel.opdrachten.naslag",
}


class Lezer(argparse.ArgumentParser):
    """An argument parser that speaks Dutch."""

    def __init__(self, **opties: object) -> None:
        super().__init__(**{**opties, "add_help": False})  # type: ignore[arg-type]  # passed on as they came
        self._optionals.title = "opties"
        self._positionals.title = "wat u opgeeft"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}\nUitleg: {self.prog} --help\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is the command's own, 1 after a message, 2 for a wrong call."""
    woorden = list(sys.argv[1:] if argv is None else argv)
    args = _lezer(woorden[0] if woorden else "").parse_args(woorden)
    uitvoeren: Callable[[argparse.Namespace], int | None] = args.uitvoeren
    try:
        return uitvoeren(args) or 0
    except KeyboardInterrupt:
        return 130
    except _meldingen() as fout:
        print(fout, file=sys.stderr)
        return 1


def _lezer(opdracht: str) -> Lezer:
    lezer = Lezer(prog="samenspel", description="Samenspel, het werkplatform voor huishoudens die vastlopen.")
    lezer.add_argument("--version", action="version", version=__version__, help="toon de versie")
    opdrachten = lezer.add_subparsers(title="opdrachten", metavar="OPDRACHT", required=True)
    _eigen(opdrachten)
    for module in _modules(opdracht, opdrachten.choices):
        try:
            import_module(module).register(opdrachten)
        except ModuleNotFoundError as fout:
            if not f"{module}.".startswith(f"{fout.name}."):
                raise
    return lezer


def _modules(opdracht: str, eigen: Container[str]) -> list[str]:
    """One command loads only its own module; help shows them all."""
    if opdracht in eigen:
        return []
    return [ELDERS[opdracht]] if opdracht in ELDERS else list(dict.fromkeys(ELDERS.values()))


def _eigen(opdrachten: "argparse._SubParsersAction[Lezer]") -> None:
    geheimen = opdrachten.add_parser("geheimen", help="maak eenmalig de geheime sleutels")
    geheimen.set_defaults(uitvoeren=_geheimen)
    migreer = opdrachten.add_parser("migreer", help="breng de database op de stand van deze versie")
    migreer.set_defaults(uitvoeren=_migreer)
    serve = opdrachten.add_parser("serve", help="toon Samenspel in de browser")
    serve.add_argument("--host", default="127.0.0.1", help="adres om op te luisteren (standaard %(default)s)")
    serve.add_argument("--port", type=int, default=8000, help="poort (standaard %(default)s; 0: een vrije)")
    serve.add_argument("--workers", type=int, default=2, help="aantal processen (standaard %(default)s)")
    serve.add_argument("--threads", type=int, default=4, help="draden per proces (standaard %(default)s)")
    serve.set_defaults(uitvoeren=_serve)


def _geheimen(args: argparse.Namespace) -> int:
    import os

    from samenspel.conf.geheimen import Geheimen
    from samenspel.conf.omgeving import Omgeving

    bestand = Omgeving.read(os.environ).geheimen
    try:
        Geheimen.make().write(bestand)
    except FileExistsError:
        Geheimen.read(bestand)
        print(f"De geheimen staan al in {bestand}; ze zijn niet veranderd.")
        return 0
    print(f"Geheimen gemaakt in {bestand}. Bewaar een kopie op een veilige plek, apart van de database.")
    return 0


def _migreer(args: argparse.Namespace) -> int:
    from samenspel.conf.start import migrate, start_django

    start_django()
    migrate()
    print("De database is bij.")
    return 0


def _serve(args: argparse.Namespace) -> int:
    from samenspel.conf.start import is_migrated, start_django

    start_django()
    from samenspel.conf.server import open_poort, serve

    luisteraar = open_poort(args.host, args.port)
    if not is_migrated():
        print("De database is nog niet bij. Breng haar bij met: samenspel migreer", file=sys.stderr)
        return 1
    host, poort = luisteraar.getsockname()[:2]
    adres = f"[{host}]" if ":" in host else host
    print(f"Samenspel draait op http://{adres}:{poort} (stoppen: Ctrl-C)", flush=True)
    serve(luisteraar, workers=args.workers, threads=args.threads)
    return 0


def _meldingen() -> tuple[type[Exception], ...]:
    """The errors whose message tells a person what to do."""
    from django.core.exceptions import ImproperlyConfigured

    from samenspel.conf.geheimen import GeheimenFout
    from samenspel.conf.omgeving import OmgevingFout
    from samenspel.conf.server import PoortBezet
    from samenspel.conf.start import DatabaseOnbereikbaar

    return (ImproperlyConfigured, GeheimenFout, OmgevingFout, PoortBezet, DatabaseOnbereikbaar)
