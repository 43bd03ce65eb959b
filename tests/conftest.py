"""What all tests share. Which database they run on is said by SAMENSPEL_DATABASE_URL, read in the settings."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db.backends.sqlite3.base import DatabaseWrapper
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

from samenspel.casus.models import Casus, Traject
from samenspel.casus.triggers import weg_sql, zet_sql
from samenspel.regie.feiten import feiten_uit_historie, lees_feiten
from samenspel.regie.routes import route_van
from samenspel.regie.uitvoeren import na_uitvoering

# The same examples at every run, so that red stays red; `--hypothesis-profile=default` looks further.
settings.register_profile("vast", derandomize=True, deadline=None)
settings.load_profile("vast")


class _OneServer(LoadScopeScheduling):  # type: ignore[misc]  # without types
    """The tests that share a server stay together, on one of the processes; the rest goes where there is room."""

    def _split_scope(self, nodeid: str) -> str:
        return "e2e" if nodeid.startswith("tests/e2e/") else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> _OneServer:
    """How tests are spread; the marks of `--dist=loadgroup` go unheard with this pytest."""
    return _OneServer(config, log)


@pytest.fixture(scope="session", autouse=True)
def _emptying_between_tests() -> Iterator[None]:
    """SQLite empties a table with DELETE, which the history refuses; only between tests it steps aside."""
    operations = DatabaseWrapper.ops_class
    eigenlijk = operations.sql_flush

    def sql_flush(self: Any, *args: Any, **opties: Any) -> list[str]:
        return [*weg_sql("sqlite"), *eigenlijk(self, *args, **opties), *zet_sql("sqlite")]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(operations, "sql_flush", sql_flush)
        yield


def rijen_zeggen_wat_de_historie_zegt(casus: Casus) -> None:
    """fold(history) == feiten(rows), of every traject of the casus."""
    for traject in Traject.objects.filter(casus=casus).select_related("versie", "casus"):
        route = route_van(traject)
        assert lees_feiten(traject, route) == feiten_uit_historie(traject, route)


@pytest.fixture(scope="session", autouse=True)
def _invariant_after_every_service_call() -> Iterator[None]:
    na_uitvoering.append(rijen_zeggen_wat_de_historie_zegt)
    yield
    na_uitvoering.remove(rijen_zeggen_wat_de_historie_zegt)
