"""The world is built once for all tests of this folder and never committed; what a test changes is taken back."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from personas import Wereld, bouw_wereld
from toegang.kijken import Kijken, Koekjes, log_in


@pytest.fixture(scope="package")
def wereld(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Wereld]:
    """Everybody, two teams and two municipalities."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield bouw_wereld()
        transaction.set_rollback(True)


@pytest.fixture
def _django_db_helper(wereld: Wereld, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Instead of a transaction of its own, that closes the connection at its end: a savepoint in the world's."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="package")
def koekjes(wereld: Wereld) -> Koekjes:
    """Everybody has logged in."""
    return log_in(wereld)


@pytest.fixture
def kijken(wereld: Wereld, koekjes: Koekjes, db: None, monkeypatch: pytest.MonkeyPatch) -> Kijken:
    """Asks for pages as anybody."""
    return Kijken(koekjes, monkeypatch)
