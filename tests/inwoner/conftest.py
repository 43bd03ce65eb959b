"""A household, and its mother who has logged in."""

import pytest
from django.test import Client

from bewoners import Wereld


@pytest.fixture
def wereld() -> Wereld:
    return Wereld()


@pytest.fixture
def anna(client: Client, wereld: Wereld) -> Client:
    client.force_login(wereld.inwoner)
    return client
