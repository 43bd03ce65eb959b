"""Accounts: passwords are kept as argon2, and nothing about a person shows when one is printed."""

import pytest
from django.conf import settings
from django.contrib.auth import authenticate
from django.db import IntegrityError, transaction
from django.test import RequestFactory, override_settings

from fabriek import WACHTWOORD, een_account, een_gemeente, een_huishouden, een_team, leden_van
from samenspel.organisatie.basis import AndereGemeente
from samenspel.organisatie.models import Account
from samenspel.organisatie.services import maak_account

pytestmark = pytest.mark.django_db

ECHT = [naam for naam in settings.PASSWORD_HASHERS if "MD5" not in naam]


@override_settings(PASSWORD_HASHERS=ECHT)
def test_a_password_is_kept_as_argon2_and_logs_in() -> None:
    account = een_account(gebruikersnaam="anna")

    assert account.password.startswith("argon2$argon2id$")
    verzoek = RequestFactory().post("/")
    assert authenticate(verzoek, username="anna", password=WACHTWOORD) == account
    assert authenticate(verzoek, username="anna", password="iets anders") is None


def test_without_a_password_nobody_logs_in() -> None:
    account = maak_account(gemeente=een_gemeente(), gebruikersnaam="bo", naam="Bo", wachtwoord=None)

    assert not account.has_usable_password()


def test_an_account_shows_no_name_when_printed() -> None:
    account = een_account(gebruikersnaam="anna.jansen")

    assert "anna" not in repr(account)


def test_a_resident_account_belongs_to_one_person_and_no_team() -> None:
    persoon = leden_van(een_huishouden())[0]
    account = een_account(persoon=persoon)
    assert persoon.account == account

    with pytest.raises(IntegrityError), transaction.atomic():
        een_account(persoon=persoon)
    with pytest.raises(IntegrityError), transaction.atomic():
        Account.objects.filter(pk=account.pk).update(team=een_team(account.gemeente))


def test_a_team_of_another_municipality_is_refused() -> None:
    with pytest.raises(AndereGemeente):
        een_account(een_team(), gemeente=een_gemeente())
