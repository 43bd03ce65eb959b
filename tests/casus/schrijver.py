"""A process that writes until it is killed: `python schrijver.py CASUS`, one dot after every commit."""

import os
import sys
from uuid import UUID

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "samenspel.conf.settings"
django.setup()

from django.db import transaction  # noqa: E402  # after django.setup()

from fabriek import een_item, herschrijf  # noqa: E402
from samenspel.casus.models import Casus  # noqa: E402


def schrijf(casus: Casus) -> None:
    """One action as a page does it: a thing with words, changed once, with both lines of history."""
    with transaction.atomic():
        herschrijf(een_item(casus, woorden={"tekst": "x" * 5000}), {"tekst": "y" * 5000})


if __name__ == "__main__":
    casus = Casus.objects.get(pk=UUID(sys.argv[1]))
    while True:
        schrijf(casus)
        print(".", end="", flush=True)
