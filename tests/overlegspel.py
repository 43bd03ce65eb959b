"""Where a traject stands around its table, and what people do there in the browser."""

from datetime import timedelta

from django.urls import reverse

from speelwereld import LENING, VANDAAG, Wereld, met_verzoek, speel_tot

TAFEL = "wijktafel"


def ongepland() -> Wereld:
    """At the table's fase, with nothing planned yet."""
    return speel_tot(LENING, 11, zonder=("plan_overleg",))


def met_stukken() -> Wereld:
    """The papers were sent; the meeting is in four days."""
    return speel_tot(LENING, 14)


def vandaag() -> Wereld:
    """The meeting is today and has no outcome yet."""
    return speel_tot(LENING, 18, zonder=("overleg", "oordeel", "verslag", "stap"))


def gehouden() -> Wereld:
    """The outcome is there, the report isn't."""
    return speel_tot(LENING, 18, zonder=("verslag", "stap"))


def plan(wereld: Wereld, dagen: int, rol: str = "tafelvoorzitter", **velden: str) -> int:
    adres = reverse("overleg_plannen", args=[wereld.traject.pk, TAFEL])
    dag = (VANDAAG + timedelta(days=dagen)).isoformat()
    gegevens = met_verzoek(**{"dag": dag, "tijd": "09:00", "plaats": "Buurthuis", **velden})
    return wereld.als(rol).post(adres, gegevens).status_code


def verzet(wereld: Wereld, dagen: int, **velden: str) -> int:
    return plan(wereld, dagen, **{"verzet_reden": "De zaal is weg.", **velden})


def tekst(wereld: Wereld, rol: str, naam: str, *args: object) -> str:
    over = args or (() if naam == "overleggen" else (wereld.punt.pk,))
    antwoord = wereld.als(rol).get(reverse(naam, args=over), follow=True)
    assert antwoord.status_code == 200
    return antwoord.content.decode()
