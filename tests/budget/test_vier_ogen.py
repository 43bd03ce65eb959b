"""Four eyes in the database itself: whatever the code does, nobody signs one application twice."""

import pytest
from django.db import IntegrityError, transaction

from fabriek import NU, VANDAAG, een_account, een_casus, een_item, een_traject
from samenspel.budget.models import Aanvraag, Handtekening
from samenspel.organisatie.models import Account

pytestmark = pytest.mark.django_db


def doe_aanvraag(**anders: object) -> Aanvraag:
    casus = een_casus()
    velden = {"bedrag": 50000, "vorm": "gift", **anders}
    return Aanvraag.objects.create(
        gemeente=casus.gemeente,
        item=een_item(casus),
        traject=een_traject(casus),
        budget="potje",
        status="gedaan",
        gedaan_op=VANDAAG,
        **velden,
    )


def teken(aanvraag: Aanvraag, account: Account, als: str, akkoord: bool | None = None) -> None:
    with transaction.atomic():
        Handtekening.objects.create(
            gemeente=aanvraag.gemeente, aanvraag=aanvraag, account=account, als=als, akkoord=akkoord, op=NU
        )


def test_three_people_may_sign_in_three_roles() -> None:
    aanvraag = doe_aanvraag()
    for als, akkoord in (("aanvrager", None), ("beoordelaar", True), ("betaler", None)):
        teken(aanvraag, een_account(gemeente=aanvraag.gemeente), als, akkoord)

    assert aanvraag.handtekening_set.count() == 3


@pytest.mark.parametrize(
    ("eerst", "daarna"),
    [("aanvrager", "beoordelaar"), ("aanvrager", "betaler"), ("beoordelaar", "betaler"), ("betaler", "aanvrager")],
)
def test_nobody_signs_twice_in_whatever_roles(eerst: str, daarna: str) -> None:
    aanvraag = doe_aanvraag()
    iemand = een_account(gemeente=aanvraag.gemeente)
    teken(aanvraag, iemand, eerst, True)

    with pytest.raises(IntegrityError):
        teken(aanvraag, iemand, daarna, True)


@pytest.mark.parametrize("als", ["aanvrager", "betaler"])
def test_there_is_one_applicant_and_one_payer(als: str) -> None:
    aanvraag = doe_aanvraag()
    teken(aanvraag, een_account(gemeente=aanvraag.gemeente), als)

    with pytest.raises(IntegrityError):
        teken(aanvraag, een_account(gemeente=aanvraag.gemeente), als)


def test_a_judgement_says_yes_or_no() -> None:
    aanvraag = doe_aanvraag()
    with pytest.raises(IntegrityError):
        teken(aanvraag, een_account(gemeente=aanvraag.gemeente), "beoordelaar", None)


@pytest.mark.parametrize("anders", [{"bedrag": 0}, {"bedrag": -1}, {"vorm": "cadeau"}])
def test_an_application_is_for_an_amount_in_a_known_form(anders: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        doe_aanvraag(**anders)
