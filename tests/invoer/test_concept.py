"""Drafts and late posts: kept, unreadable in the database, given back to their writer only."""

from datetime import timedelta

import pytest
from cryptography.fernet import Fernet, MultiFernet
from django.db import connection

from fabriek import NU, een_account, een_team
from samenspel.invoer import versleuteling
from samenspel.invoer.models import Concept, LosConcept
from samenspel.invoer.services import (
    LosseInvoer,
    OngeldigPad,
    bewaar_concept,
    bewaar_los_concept,
    haal_concept,
    haal_los_concept,
    wis_concept,
    wis_los_concept,
)
from samenspel.organisatie.models import Account

pytestmark = pytest.mark.django_db

SLEUTEL = "contact 0b6c"
VELDEN = {"gezegd": ["Hij wil “rust” in huis.\r\nEn werk."], "keuze": ["a", "b"]}


@pytest.fixture
def schrijver() -> Account:
    return een_account()


def ruw(tabel: str) -> bytes:
    """Everything that stands in a table, as it stands there."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {tabel}")
        return b"\n".join(
            bytes(deel) if isinstance(deel, bytes | memoryview) else str(deel).encode()
            for rij in cursor.fetchall()
            for deel in rij
        )


def test_a_draft_comes_back_as_it_was_typed(schrijver: Account) -> None:
    bewaar_concept(account=schrijver, sleutel=SLEUTEL, inhoud=VELDEN, nu=NU)

    assert haal_concept(account=schrijver, sleutel=SLEUTEL) == VELDEN


def test_the_last_draft_counts_and_there_is_one(schrijver: Account) -> None:
    for tekst in ("eerst", "daarna"):
        bewaar_concept(account=schrijver, sleutel=SLEUTEL, inhoud={"gezegd": [tekst]}, nu=NU)

    assert haal_concept(account=schrijver, sleutel=SLEUTEL) == {"gezegd": ["daarna"]}
    assert Concept.objects.count() == 1


def test_a_draft_is_unreadable_in_the_database(schrijver: Account) -> None:
    bewaar_concept(account=schrijver, sleutel=SLEUTEL, inhoud=VELDEN, nu=NU)

    assert SLEUTEL.encode() in ruw("invoer_concept")
    assert b"rust" not in ruw("invoer_concept")
    assert b"gezegd" not in ruw("invoer_concept")


def test_a_team_mate_does_not_get_the_draft(schrijver: Account) -> None:
    bewaar_concept(account=schrijver, sleutel=SLEUTEL, inhoud=VELDEN, nu=NU)

    assert haal_concept(account=een_account(schrijver.team), sleutel=SLEUTEL) is None


def test_a_draft_moved_to_another_writer_or_form_stays_shut(schrijver: Account) -> None:
    ander = een_account(een_team())
    bewaar_concept(account=schrijver, sleutel=SLEUTEL, inhoud=VELDEN, nu=NU)
    Concept.objects.update(account=ander)
    assert haal_concept(account=ander, sleutel=SLEUTEL) is None

    Concept.objects.update(account=schrijver, sleutel="elders")
    assert haal_concept(account=schrijver, sleutel="elders") is None


def test_a_draft_under_a_key_that_is_gone_is_no_error(schrijver: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    bewaar_concept(account=schrijver, sleutel=SLEUTEL, inhoud=VELDEN, nu=NU)
    monkeypatch.setattr(versleuteling, "_sleutels", lambda: MultiFernet([_nieuwe_sleutel()]))

    assert haal_concept(account=schrijver, sleutel=SLEUTEL) is None


def test_a_draft_written_before_the_key_was_renewed_still_opens(
    schrijver: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    oud, nieuw = _nieuwe_sleutel(), _nieuwe_sleutel()
    monkeypatch.setattr(versleuteling, "_sleutels", lambda: MultiFernet([oud]))
    bewaar_concept(account=schrijver, sleutel=SLEUTEL, inhoud=VELDEN, nu=NU)
    monkeypatch.setattr(versleuteling, "_sleutels", lambda: MultiFernet([nieuw, oud]))

    assert haal_concept(account=schrijver, sleutel=SLEUTEL) == VELDEN


def test_a_draft_that_was_saved_for_good_is_gone(schrijver: Account) -> None:
    bewaar_concept(account=schrijver, sleutel=SLEUTEL, inhoud=VELDEN, nu=NU)
    wis_concept(account=schrijver, sleutel=SLEUTEL)

    assert haal_concept(account=schrijver, sleutel=SLEUTEL) is None


def test_a_late_post_comes_back_after_login(schrijver: Account) -> None:
    post = {**VELDEN, "csrfmiddlewaretoken": ["oud"]}
    token = bewaar_los_concept(account=schrijver, pad="/casussen/1/contact", inhoud=post, nu=NU)

    assert haal_los_concept(account=schrijver, token=token, nu=NU) == LosseInvoer(
        pad="/casussen/1/contact", velden=VELDEN
    )
    wis_los_concept(account=schrijver, token=token)
    assert haal_los_concept(account=schrijver, token=token, nu=NU) is None


def test_a_late_post_is_unreadable_and_its_token_isnt_in_the_database(schrijver: Account) -> None:
    token = bewaar_los_concept(account=schrijver, pad="/x", inhoud=VELDEN, nu=NU)

    assert b"rust" not in ruw("invoer_losconcept")
    assert token.encode() not in ruw("invoer_losconcept")


def test_after_login_as_somebody_else_nothing_comes_back(schrijver: Account) -> None:
    token = bewaar_los_concept(account=schrijver, pad="/x", inhoud=VELDEN, nu=NU)
    ander = een_account(schrijver.team)

    assert haal_los_concept(account=ander, token=token, nu=NU) is None
    assert haal_los_concept(account=schrijver, token="geraden", nu=NU) is None
    LosConcept.objects.update(account=ander)
    assert haal_los_concept(account=ander, token=token, nu=NU) is None


def test_a_late_post_is_kept_a_week(schrijver: Account) -> None:
    token = bewaar_los_concept(account=schrijver, pad="/x", inhoud=VELDEN, nu=NU)
    assert haal_los_concept(account=schrijver, token=token, nu=NU + timedelta(days=7)) is not None
    assert haal_los_concept(account=schrijver, token=token, nu=NU + timedelta(days=8)) is None

    bewaar_los_concept(account=schrijver, pad="/x", inhoud=VELDEN, nu=NU + timedelta(days=8))
    assert LosConcept.objects.count() == 1


@pytest.mark.parametrize("pad", ["https://elders.nl/", "//elders.nl", "/\\elders.nl", "", "x"])
def test_nothing_leads_to_another_site(schrijver: Account, pad: str) -> None:
    with pytest.raises(OngeldigPad):
        bewaar_los_concept(account=schrijver, pad=pad, inhoud=VELDEN, nu=NU)


def test_what_was_typed_is_not_shown_when_printed(schrijver: Account) -> None:
    assert "rust" not in repr(LosseInvoer(pad="/x", velden=VELDEN))


def _nieuwe_sleutel() -> Fernet:
    return Fernet(Fernet.generate_key())
