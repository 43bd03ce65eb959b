"""Choosing a colleague: a list of some tens, a name to type where there are hundreds, and who is meant by it."""

from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.forms import Form
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from fabriek import een_account, een_gemeente, een_team, leden_van
from formulierlezer import Veld, lees_formulieren
from keukentafel import Keukentafel, als, dek_de_tafel, verstuur
from samenspel.casus.trajecten import open_overdracht
from samenspel.delen.models import Helpt
from samenspel.organisatie.models import Account, Taak, Team
from samenspel.organisatie.services import geef_taak
from samenspel.web.collegakeuze import GETOOND, Collegakeuze, Keus, Kring, bedoeld, zoek
from samenspel.web.forms import collega
from samenspel.web.forms.collega import Collegasveld, Collegaveld

NAMEN = [
    Keus("1", "Anna Verhoef", "Buurtteam Noord"),
    Keus("2", "Anna Yılmaz", "Buurtteam Zuid"),
    Keus("3", "Jan van den Berg", "Buurtteam Zuid"),
    Keus("4", "Jan Bakker", "Buurtteam Noord"),
    Keus("5", "Jan Bakker-Smit"),
    Keus("6", "Émile Öztürk", "Schuldhulp"),
    Keus("7", "Sanne de Vries", "Buurtteam Noord"),
    Keus("8", "Sanne de Vries", "Buurtteam Zuid"),
]


@pytest.mark.parametrize(
    ("getypt", "wie"),
    [
        ("Anna Verhoef (Buurtteam Noord)", "1"),
        ("anna  verhoef", "1"),
        ("verhoef", "1"),
        ("verh", "1"),
        ("Yilmaz", "2"),
        ("YILMAZ anna", "2"),
        ("van den berg", "3"),
        ("berg", "3"),
        ("jan bakker", "4"),  # as it stands there, though another name begins so too
        ("bakker smit", "5"),
        ("emile ozturk", "6"),
        ("anna zuid", "2"),
        ("Sanne de Vries (Buurtteam Zuid)", "8"),
        ("vries noord", "7"),
        ("3", "3"),
    ],
)
def test_who_is_surely_meant_is_taken(getypt: str, wie: str) -> None:
    gevonden = bedoeld(getypt, NAMEN)
    assert gevonden.keus is not None and gevonden.keus.sleutel == wie


@pytest.mark.parametrize(
    ("getypt", "wie"),
    [
        ("anna", "12"),
        ("Sanne de Vries", "78"),
        ("bakker", "45"),
        ("verhoof", "1"),  # a typing error alone gives nobody a dossier
        ("anna verhoof", "1"),
        ("jan backer", "45"),
        ("schuldhulp", "6"),  # a team is not a name
        ("xqxqxq", ""),
        ("", ""),
        ("()", ""),
        ("🙂", ""),
        ("محمد عبد الله", ""),
        ("ž" * 300, ""),
    ],
)
def test_who_may_be_meant_is_asked(getypt: str, wie: str) -> None:
    gevonden = bedoeld(getypt, NAMEN)
    assert gevonden.keus is None
    assert {k.sleutel for k in gevonden.kandidaten} == set(wie)


def test_no_more_are_asked_about_than_can_be_read() -> None:
    gevonden = bedoeld("anna", [Keus(str(n), f"Anna {n}") for n in range(30)])
    assert len(gevonden.kandidaten) == GETOOND and gevonden.meer
    assert len(zoek("anna", NAMEN)) == 2


pytestmark = pytest.mark.django_db


@pytest.fixture
def tafel() -> Keukentafel:
    return dek_de_tafel()


def _noem(account: Account, naam: str) -> Account:
    account.naam = naam
    account.save(update_fields=["naam"])
    return account


def _menigte(team: Team, aantal: int) -> None:
    Account.objects.bulk_create(
        Account(gemeente=team.gemeente, team=team, gebruikersnaam=f"menigte-{n}", naam=f"Collega {n:03}")
        for n in range(aantal)
    )


@pytest.fixture
def velen(tafel: Keukentafel, monkeypatch: pytest.MonkeyPatch) -> Keukentafel:
    """The same, with so many colleagues that a name is typed."""
    monkeypatch.setattr(collega, "LANGSTE_LIJST", 2)
    _noem(tafel.buitenstaander, "Els Verhoef")
    _noem(tafel.kijker, "Els Yılmaz")
    _noem(tafel.meelezer, "Koen Schouten")
    return tafel


class Wieformulier(Form):
    """One colleague."""

    def __init__(self, account: Account, data: QueryDict | None = None, **begin: Any) -> None:
        super().__init__(data, initial=begin)
        self.fields["wie"] = Collegaveld(label="Wie?", keuze=Collegakeuze(account, zonder=[account.pk]))


@pytest.mark.parametrize(("aantal", "typen"), [(5, False), (300, True)])
def test_the_field_asks_once_however_many_there_are(aantal: int, typen: bool) -> None:
    account = een_account()
    assert account.team is not None
    _menigte(account.team, aantal)
    with CaptureQueriesContext(connection) as vragen:
        form = Wieformulier(account)
        html = str(form["wie"])
    assert len(vragen) == 1
    assert ("Collega 003" not in html) is typen
    assert len(html) < 2000


def test_a_short_list_begins_with_the_own_team(tafel: Keukentafel) -> None:
    _noem(een_account(een_team(tafel.casus.gemeente, naam="Aller eerste")), "Aad Aa")
    een_account(gemeente=tafel.casus.gemeente)
    keuzes = Wieformulier(tafel.trekker).fields["wie"].widget.choices
    assert tafel.trekker.team is not None
    assert [groep for groep, _ in keuzes][1:3] == [tafel.trekker.team.naam, "Aller eerste"]
    assert keuzes[-1][0] == "Zonder team"
    assert tafel.trekker.naam not in str(keuzes)


def test_two_who_are_written_alike_in_the_list_are_told_apart(tafel: Keukentafel) -> None:
    een, ander = (_noem(een_account(tafel.trekker.team), "Jan Jansen") for _ in range(2))
    Account.objects.filter(pk=een.pk).update(functie="jeugdwerker")
    assert "Jan Jansen · jeugdwerker" in str(Wieformulier(tafel.trekker)["wie"])
    for wie in (een, ander):
        form = Wieformulier(tafel.trekker, QueryDict(f"wie={wie.pk}"))
        assert form.is_valid() and form.cleaned_data["wie"] == wie
        assert f'value="{wie.pk}" selected' in str(form["wie"])


def _velden(html: str) -> dict[str, Veld]:
    return {naam: veld for f in lees_formulieren(html) for naam, veld in f.velden.items()}


def _vraag(tafel: Keukentafel, **velden: str) -> tuple[int, str]:
    antwoord = als(tafel.trekker).post(reverse("overdragen", args=[tafel.casus.pk]), verstuur(**velden))
    return antwoord.status_code, antwoord.content.decode()


def _gevraagd(tafel: Keukentafel) -> Account | None:
    voorstel = open_overdracht(tafel.casus)
    return voorstel.aan if voorstel is not None else None


def test_part_of_a_name_is_enough_when_one_begins_so(velen: Keukentafel) -> None:
    assert _vraag(velen, account="verhoef")[0] == 303
    assert _gevraagd(velen) == velen.buitenstaander


def test_when_more_begin_so_one_is_chosen_and_what_was_typed_stays(velen: Keukentafel) -> None:
    status, pagina = _vraag(velen, account="els")
    velden = _velden(pagina)
    assert status == 422 and _gevraagd(velen) is None
    assert velden["account"].waarde == "els" and velden["account"].fout
    assert "Wie van deze bedoelt u?" in pagina
    keuzes = velden["account-keuze-0"].keuzes
    assert set(keuzes) == {str(velen.buitenstaander.pk), str(velen.kijker.pk)}
    keuze = {"account-bij": velden["account-bij"].waarde, "account-keuze-0": str(velen.kijker.pk)}
    assert _vraag(velen, account="els", **keuze)[0] == 303
    assert _gevraagd(velen) == velen.kijker


def test_a_choice_does_not_count_for_another_name(velen: Keukentafel) -> None:
    keuze = {"account-bij": "els", "account-keuze-0": str(velen.kijker.pk)}
    assert _vraag(velen, account="koen", **keuze)[0] == 303
    assert _gevraagd(velen) == velen.meelezer


def test_who_is_chosen_stays_chosen_when_something_else_is_wrong(velen: Keukentafel) -> None:
    keuze = {"helper": "els", "helper-bij": "els", "helper-keuze-0": str(velen.kijker.pk)}
    antwoord = als(velen.trekker).post(reverse("helper_nieuw", args=[velen.casus.pk]), verstuur(**keuze))
    velden = _velden(antwoord.content.decode())
    assert antwoord.status_code == 422 and not velden["helper"].fout
    assert velden["helper"].waarde == Keus.van(velen.kijker).label


def test_a_typing_error_is_asked_about_and_an_unknown_name_told(velen: Keukentafel) -> None:
    status, pagina = _vraag(velen, account="schoutn")
    assert status == 422 and "Bedoelt u deze collega?" in pagina and "Koen Schouten" in pagina
    status, pagina = _vraag(velen, account="xqxqxq")
    assert status == 422 and "We vinden niemand met deze naam" in pagina and 'role="alert"' in pagina
    assert _velden(pagina)["account"].waarde == "xqxqxq"
    assert "Typ de naam van een collega." in _vraag(velen, account="")[1]


def test_somebody_who_can_not_be_chosen_is_not_found(velen: Keukentafel) -> None:
    zonder_team = een_account(gemeente=velen.casus.gemeente)
    weg = een_account(velen.trekker.team)
    Account.objects.filter(pk=weg.pk).update(is_active=False)
    for wie in (zonder_team, weg, velen.elders, velen.trekker):
        _noem(wie, "Onvindbare Naam")
        for getypt in ("onvindbare", str(wie.pk)):
            assert "We vinden niemand" in _vraag(velen, account=getypt)[1]
    assert _gevraagd(velen) is None


def test_a_draft_gives_back_what_was_typed(velen: Keukentafel) -> None:
    _vraag(velen, account="els")
    pagina = als(velen.trekker).get(reverse("overdragen", args=[velen.casus.pk])).content.decode()
    assert _velden(pagina)["account"].waarde == "els"


def test_a_draft_survives_the_day_that_the_list_becomes_too_long(
    tafel: Keukentafel, monkeypatch: pytest.MonkeyPatch
) -> None:
    label = Keus.van(tafel.kijker).label
    for grens in (40, 2):
        monkeypatch.setattr(collega, "LANGSTE_LIJST", grens)
        form = Wieformulier(tafel.trekker, wie=label)
        assert label in str(form["wie"])
        assert Wieformulier(tafel.trekker, wie=str(tafel.kijker.pk))["wie"].value() == label


class Wieformulieren(Form):
    """Some colleagues."""

    def __init__(self, account: Account, data: QueryDict | None = None) -> None:
        super().__init__(data)
        self.fields["wie"] = Collegasveld(label="Wie?", keuze=Collegakeuze(account, zonder=[account.pk]))


def test_some_names_are_typed_one_a_line_and_each_doubt_is_asked(velen: Keukentafel) -> None:
    data = QueryDict(mutable=True)
    data.update({"wie": "koen\r\n\r\nels\r\nxqxqxq"})
    form = Wieformulieren(velen.trekker, data)
    assert not form.is_valid()
    veld = form.fields["wie"]
    assert isinstance(veld, Collegasveld)
    fouten = form.errors["wie"]
    assert [str(fout)[:6] for fout in fouten] == ["‘els’:", "‘xqxqx"]
    assert [t.nummer for t in veld.twijfels] == [1]
    assert "koen\nels\nxqxqxq" in str(form["wie"])
    data.update({"wie-bij": veld.getypt, "wie-keuze-1": str(velen.kijker.pk)})
    nog_een = Wieformulieren(velen.trekker, data)
    assert len(nog_een.errors["wie"]) == 1 and Keus.van(velen.kijker).label in str(nog_een["wie"])
    data["wie"] = f"koen\nverhoef\n{Keus.van(velen.kijker).label}\nKoen Schouten"
    goed = Wieformulieren(velen.trekker, data)
    assert goed.is_valid(), goed.errors
    assert goed.cleaned_data["wie"] == (velen.meelezer, velen.buitenstaander, velen.kijker)


def test_some_are_ticked_in_a_short_list(tafel: Keukentafel) -> None:
    data = QueryDict(mutable=True)
    data.setlist("wie", [str(tafel.kijker.pk), Keus.van(tafel.meelezer).label])
    form = Wieformulieren(tafel.trekker, data)
    assert form.is_valid() and form.cleaned_data["wie"] == (tafel.kijker, tafel.meelezer)
    assert str(form["wie"]).count("checked") == 2


def _stel_voor(account: Account, getypt: str, kring: str = "werkt", **anders: str) -> Any:
    return als(account).post(reverse("collegas_zoeken"), {"q": getypt, "kring": kring, **anders})


def test_suggestions_are_names_and_teams_of_the_own_municipality(velen: Keukentafel) -> None:
    _noem(velen.elders, "Els Verhoef")
    bewoner = _noem(een_account(persoon=leden_van(velen.casus.huishouden)[0]), "Els Bewoner")
    team = velen.kijker.team
    assert team is not None
    antwoord = _stel_voor(velen.trekker, "yilmaz").json()
    assert antwoord == {
        "namen": [{"naam": "Els Yılmaz", "team": team.naam, "label": f"Els Yılmaz ({team.naam})"}],
        "meer": False,
    }
    namen = [wie["naam"] for wie in _stel_voor(velen.trekker, "els").json()["namen"]]
    assert namen == ["Els Verhoef", "Els Yılmaz"]
    assert _stel_voor(velen.trekker, "verhoof").json()["namen"][0]["naam"] == "Els Verhoef"
    assert _stel_voor(velen.trekker, "els", zonder=str(velen.kijker.pk)).json()["namen"][1:] == []
    assert _stel_voor(bewoner, "els").status_code == 403
    assert als(velen.trekker).get(reverse("collegas_zoeken"), {"q": "els"}).status_code == 405


def test_suggestions_are_few_and_of_whom_the_field_offers(tafel: Keukentafel) -> None:
    team = tafel.trekker.team
    assert team is not None
    _menigte(team, 30)
    antwoord = _stel_voor(tafel.trekker, "collega").json()
    assert len(antwoord["namen"]) == GETOOND and antwoord["meer"]
    _noem(een_account(gemeente=team.gemeente), "Zonder Ploeg")
    assert _stel_voor(tafel.trekker, "ploeg").json()["namen"]
    assert not _stel_voor(tafel.trekker, "ploeg", Kring.MET_TEAM.value).json()["namen"]
    een_team(team.gemeente, naam="Ploeg West")
    namen = [wie["label"] for wie in _stel_voor(tafel.trekker, "ploeg", Kring.EN_TEAMS.value).json()["namen"]]
    assert sorted(namen) == ["Ploeg West", "Zonder Ploeg"]
    for fout in ({"kring": "alles"}, {"kring": "werkt", "zonder": "x"}, {}):
        assert als(tafel.trekker).post(reverse("collegas_zoeken"), {"q": "a", **fout}).status_code == 422


def test_who_was_blocked_is_found_for_privacy_only(tafel: Keukentafel) -> None:
    weg = _noem(een_account(tafel.trekker.team), "Weg Gegaan")
    Account.objects.filter(pk=weg.pk).update(is_active=False)
    assert not _stel_voor(tafel.trekker, "gegaan").json()["namen"]
    assert _stel_voor(tafel.trekker, "gegaan", Kring.OOK_GEBLOKKEERD.value).status_code == 403
    geef_taak(account=tafel.kijker, taak=Taak.PRIVACY, van=timezone.localdate())
    assert _stel_voor(tafel.kijker, "gegaan", Kring.OOK_GEBLOKKEERD.value).json()["namen"]


def test_who_looked_is_asked_by_name_and_the_address_holds_a_key(velen: Keukentafel) -> None:
    geef_taak(account=velen.trekker, taak=Taak.PRIVACY, van=timezone.localdate())
    dag = timezone.localdate().isoformat()
    vraag = {"van": dag, "tot": dag, "nummer": "", "account": "verhoef", "reden": ""}
    antwoord = als(velen.trekker).post(reverse("toezicht_inzage"), vraag, follow=True)
    adres = antwoord.redirect_chain[0][0]
    assert str(velen.buitenstaander.pk) in adres and "erhoef" not in adres
    assert _velden(antwoord.content.decode())["account"].waarde == Keus.van(velen.buitenstaander).label


def test_one_of_another_municipality_is_never_taken(velen: Keukentafel) -> None:
    vreemd = _noem(een_account(een_team(een_gemeente())), "Vreemde Vogel")
    for helper in ("vreemde vogel", str(vreemd.pk), str(uuid4())):
        velden = verstuur(helper=helper, personen=[leden_van(velen.casus.huishouden)[0].voornaam])
        assert als(velen.trekker).post(reverse("helper_nieuw", args=[velen.casus.pk]), velden).status_code == 422
    assert not Helpt.objects.exists()
