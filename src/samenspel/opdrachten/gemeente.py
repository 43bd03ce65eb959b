"""`samenspel gemeente NAAM --beheerder NAAM`: an empty municipality with its first functional administrator."""

import argparse
import sys


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser("gemeente", help="maak een lege gemeente met haar eerste beheerder")
    parser.add_argument("naam", metavar="NAAM", help="hoe de gemeente heet")
    parser.add_argument("--beheerder", required=True, metavar="NAAM", help="hoe de eerste beheerder heet")
    parser.add_argument("--gebruikersnaam", default="beheer", help="waarmee die inlogt (standaard %(default)s)")
    parser.set_defaults(uitvoeren=gemeente)


def gemeente(args: argparse.Namespace) -> int:
    """Make the municipality, its administrator, and the link with which that one chooses a password."""
    from samenspel.conf.start import is_migrated, start_django

    start_django()
    if not is_migrated():
        print("De database is nog niet bij. Breng haar bij met: samenspel migreer", file=sys.stderr)
        return 1
    from django.urls import reverse
    from django.utils import timezone

    from samenspel.organisatie.beginnen import BestaatAl, begin_gemeente

    try:
        account, token = begin_gemeente(
            naam=args.naam.strip(),
            beheerder=args.beheerder.strip(),
            gebruikersnaam=args.gebruikersnaam,
            nu=timezone.now(),
        )
    except BestaatAl as fout:
        print(fout, file=sys.stderr)
        return 1
    pad = reverse("welkom", args=[account.pk, token])
    print(f"{args.naam} is gemaakt, met {args.beheerder} als functioneel beheerder.")
    print("Zet deze link achter het adres van Samenspel. Hij werkt één keer en hooguit drie dagen:")
    print(f"    {pad}")
    print(f"Met `samenspel serve` op deze machine: http://127.0.0.1:8000{pad}")
    return 0
