"""About whom something is, and who does something: choices from the people around a casus."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from samenspel.huishouden.models import Persoon
from samenspel.huishouden.selectors import wie_spreken
from samenspel.netwerk.models import Netwerklid
from samenspel.organisatie.models import Account
from samenspel.regie.plannen import Eigenaar
from samenspel.web.forms.velden import Meerkeuzeveld, kort

ANDERS = "anders"

__all__ = ["ANDERS", "betreft", "betreftveld", "eigenaar", "eigenaarkeuzes", "namen_van"]


def namen_van(personen: Iterable[Persoon]) -> dict[str, str]:
    """Readable names with their keys; two people of one name are told apart."""
    namen: dict[str, str] = {}
    for persoon in personen:
        naam = persoon.roepnaam if persoon.roepnaam not in namen else persoon.naam
        while naam in namen:
            naam += " (ook)"
        namen[naam] = str(persoon.pk)
    return namen


def betreftveld(personen: Sequence[Persoon], label: str) -> Meerkeuzeveld:
    """For whom it is; at least one of these people."""
    fout = {"required": "Kies over wie dit gaat."}
    return Meerkeuzeveld(keuzes=namen_van(personen), label=label, error_messages=fout)


def betreft(gekozen: Iterable[str] | None, personen: Sequence[Persoon]) -> tuple[Persoon, ...]:
    """The people that were chosen; where there was nothing to choose, all of them."""
    if gekozen is None:
        return tuple(personen)
    sleutels = set(gekozen)
    return tuple(p for p in personen if str(p.pk) in sleutels)


def eigenaarkeuzes(
    personen: Iterable[Persoon], accounts: Iterable[Account], netwerk: Iterable[tuple[Netwerklid, str]] = ()
) -> list[Any]:
    """Who may do it, as groups of a list: the household, its network, professionals, or somebody else by name."""
    groepen = [
        ("Huishouden", [(f"persoon:{sleutel}", naam) for naam, sleutel in namen_van(wie_spreken(personen)).items()]),
        ("Netwerk", [(f"netwerk:{lid.pk}", naam) for lid, naam in netwerk]),
        ("Professionals", [(f"account:{a.pk}", a.naam) for a in accounts]),
    ]
    return [("", "Kies wie het doet"), *(g for g in groepen if g[1]), (ANDERS, "Iemand anders, namelijk…")]


def eigenaar(
    keuze: str,
    anders: str,
    personen: Iterable[Persoon],
    accounts: Iterable[Account],
    netwerk: Iterable[tuple[Netwerklid, str]] = (),
) -> Eigenaar:
    """The one owner that was chosen from `eigenaarkeuzes`."""
    soort, _, sleutel = keuze.partition(":")
    if soort == "persoon":
        return Eigenaar(persoon=next(p for p in personen if str(p.pk) == sleutel))
    if soort == "account":
        return Eigenaar(account=next(a for a in accounts if str(a.pk) == sleutel))
    if soort == "netwerk":
        return Eigenaar(netwerklid=next(lid for lid, _ in netwerk if str(lid.pk) == sleutel))
    return Eigenaar(wie=anders)


def wievelden(keuzes: list[Any], *, verplicht: bool = True) -> dict[str, forms.Field]:
    """The two questions for an owner: from the list, or a name."""
    return {
        "wie": forms.ChoiceField(
            label="Wie doet het?",
            choices=keuzes,
            required=verplicht,
            error_messages={"required": "Kies wie het doet."},
        ),
        "wie_anders": forms.CharField(
            label="Naam van die ander", required=False, max_length=150, widget=kort(autocomplete="off")
        ),
    }
