"""What tests of the pages share."""

import pytest

from samenspel.web import klok
from speelwereld import NU


@pytest.fixture
def vrijdagmiddag(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock of the pages stands still on the afternoon of the day that a played world calls today."""
    monkeypatch.setattr(klok, "nu", lambda: NU)
