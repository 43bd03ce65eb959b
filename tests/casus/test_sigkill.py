"""A process that is killed at any moment leaves the old state or the new one, never half of one."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction

from fabriek import een_casus
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Casus, Gebeurtenis
from samenspel.delen.models import Item, Woorden

pytestmark = pytest.mark.django_db(transaction=True)

KEREN = 8
LANGST = 0.06
HIER = Path(__file__).parent


def omgeving() -> dict[str, str]:
    """The child works in this test's database, with this test's keys."""
    db = connection.settings_dict
    url = f"sqlite://{db['NAME']}"
    if connection.vendor == "postgresql":
        url = f"postgres://{db['USER']}:{db['PASSWORD']}@{db['HOST']}:{db['PORT'] or 5432}/{db['NAME']}"
    eigen = {"SAMENSPEL_DATABASE_URL": url, "SAMENSPEL_GEHEIMEN": str(settings.GEHEIMEN_BESTAND)}
    return {**os.environ, **eigen, "PYTHONPATH": str(HIER.parent)}


def schrijf_tot_de_dood(casus: Casus, wacht: float) -> int:
    """Start the writer, kill it some moment after its first commit; how many commits it reported."""
    opdracht = [sys.executable, str(HIER / "schrijver.py"), str(casus.pk)]
    with subprocess.Popen(opdracht, stdout=subprocess.PIPE, env=omgeving()) as kind:
        assert kind.stdout is not None
        gemeld = kind.stdout.read(1)
        try:
            kind.wait(timeout=wacht)
        except subprocess.TimeoutExpired:
            kind.kill()
        return len(gemeld + kind.stdout.read())


def _wacht_op_de_server(casus: Casus) -> None:
    """A commit that was under way when its client was killed is still carried out: it holds the casus until then."""
    with transaction.atomic():
        Casus.objects.select_for_update(no_key=True).get(pk=casus.pk)


def test_killed_at_any_moment_the_history_is_whole_and_the_rows_agree_with_it() -> None:
    casus = een_casus()
    toeval = random.Random(20260302)
    gemeld = 0
    for _ in range(KEREN):
        gemeld += schrijf_tot_de_dood(casus, toeval.uniform(0, LANGST))
        _wacht_op_de_server(casus)

        assert controleer_casus(casus) == []
        items = Item.objects.filter(casus=casus)
        assert items.count() >= gemeld > 0
        assert set(items.values_list("versie", flat=True)) == {2}
        assert Woorden.objects.filter(item__casus=casus).count() == 2 * items.count()
        assert Gebeurtenis.objects.filter(casus=casus).count() == 2 * items.count() + 1
