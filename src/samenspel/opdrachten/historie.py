"""`samenspel controleer-historie` and `samenspel wis-woorden`."""

import argparse
import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from samenspel.casus.historie import Controle
    from samenspel.huishouden.models import Persoon
    from samenspel.organisatie.models import Account

__all__ = ["register"]


def register(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Add the two commands."""
    controleer = subparsers.add_parser(
        "controleer-historie", help="zoek in de geschiedenis naar wat veranderd, weg of afgeknipt is"
    )
    controleer.add_argument("--json", action="store_true", help="als JSON, voor andere programma's")
    controleer.set_defaults(uitvoeren=_controleer)
    wis = subparsers.add_parser("wis-woorden", help="vernietig de woorden die alleen over één persoon gaan")
    wis.add_argument("--persoon", required=True, metavar="ID", help="het id van de persoon")
    wis.add_argument(
        "--account", required=True, metavar="GEBRUIKERSNAAM", help="wie dit doet; dat komt in de geschiedenis"
    )
    wis.set_defaults(uitvoeren=_wis)


def _controleer(args: argparse.Namespace) -> int:
    from samenspel.conf.start import start_django

    start_django()
    from samenspel.casus.historie import controleer_alles

    controle = controleer_alles()
    print(json.dumps(asdict(controle), ensure_ascii=False, indent=2) if args.json else _verslag(controle))
    return 1 if controle.breuken else 0


def _verslag(controle: "Controle") -> str:
    gezien = f"{controle.gebeurtenissen} regels in {controle.casussen} casussen gecontroleerd"
    oordeel = f"{len(controle.breuken)} fouten gevonden" if controle.breuken else "alles klopt"
    return "\n".join([*(breuk.melding for breuk in controle.breuken), f"{gezien}: {oordeel}."])


def _wis(args: argparse.Namespace) -> int:
    from samenspel.conf.start import start_django

    start_django()
    from django.utils import timezone

    from samenspel.delen.selectors import items_ook_over_anderen
    from samenspel.delen.services import wis_woorden

    account = _account(args.account)
    persoon = _persoon(args.persoon, account) if account else None
    if account is None or persoon is None:
        print("Deze persoon of dit account bestaat niet in dezelfde gemeente.", file=sys.stderr)
        return 1
    aantal = wis_woorden(persoon=persoon, account=account, nu=timezone.now())
    print(f"{aantal} teksten vernietigd.")
    for item in items_ook_over_anderen(persoon).select_related("casus"):
        print(f"Blijft staan, gaat ook over anderen: casus {item.casus.nummer}, {item.soort}, item {item.pk}")
    return 0


def _account(gebruikersnaam: str) -> "Account | None":
    from samenspel.organisatie.models import Account

    return Account.objects.filter(gebruikersnaam=gebruikersnaam, is_active=True).first()


def _persoon(sleutel: str, account: "Account") -> "Persoon | None":
    from uuid import UUID

    from samenspel.huishouden.models import Persoon

    try:
        return Persoon.objects.filter(pk=UUID(sleutel), gemeente_id=account.gemeente_id).first()
    except ValueError:
        return None
