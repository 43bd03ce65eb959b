"""`samenspel demo`: an invented municipality to look around in. A database that isn't a demo is never touched."""

import argparse
import sys

ZAAD = 20_26
"""The crowd is the same every time."""


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser("demo", help="laad een verzonnen gemeente om rond te kijken")
    parser.add_argument("--opnieuw", action="store_true", help="gooi de oude demo weg en begin opnieuw")
    parser.add_argument(
        "--huishoudens",
        type=int,
        default=0,
        metavar="N",
        help="vermenigvuldig de huishoudens tot er N zijn, om te zien hoe het gaat in een grote gemeente",
    )
    parser.set_defaults(uitvoeren=demo)


def demo(args: argparse.Namespace) -> int:
    """Load the demo into an empty database; what is there already stays, unless it is a demo and asked for."""
    from samenspel.conf.start import migrate, start_django

    start_django()
    migrate()
    from django.db import transaction
    from django.utils import timezone

    from samenspel.demo.laden import GEMEENTE, WACHTWOORD, laad
    from samenspel.demo.legen import leeg
    from samenspel.demo.menigte import vermenigvuldig
    from samenspel.organisatie.models import Gemeente

    if Gemeente.objects.filter(demo=False).exists():
        print("Deze database is niet van de demo. Er is niets veranderd. Kies een andere met", file=sys.stderr)
        print("SAMENSPEL_DATABASE_URL of SAMENSPEL_DATA.", file=sys.stderr)
        return 1
    if Gemeente.objects.exists():
        if not args.opnieuw:
            print("De demo staat er al; wat u erin deed is bewaard. Opnieuw beginnen: samenspel demo --opnieuw")
            return 0
        leeg()
    print("De demo wordt geladen: elk verhaal loopt door dezelfde stappen als in het echt.")
    nu = timezone.now()
    with transaction.atomic():
        laad(nu=nu, meld=print)
        if args.huishoudens:
            print("De huishoudens worden vermenigvuldigd.")
            vermenigvuldig(
                gemeente=Gemeente.objects.get(code=GEMEENTE), tot=args.huishoudens, zaad=ZAAD, nu=nu, meld=print
            )
    print(f"Klaar. Stap in als een van de mensen, of log in met een naam en het wachtwoord '{WACHTWOORD}'.")
    return 0
