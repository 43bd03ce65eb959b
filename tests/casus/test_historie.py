"""The history shows when somebody changed it behind the services' back."""

from uuid import UUID

import pytest
from django.conf import settings

from casus.geknoei import geknoei, sql
from fabriek import een_casus, een_huishouden, een_item, herschrijf, leden_van
from samenspel.casus.historie import controleer_alles, controleer_casus
from samenspel.casus.keten import canonieke_bytes
from samenspel.casus.models import Casus, Gebeurtenis
from samenspel.casus.services import HistorieGebroken
from samenspel.delen.digest import digest_van
from samenspel.delen.models import Woorden

pytestmark = pytest.mark.django_db


@pytest.fixture
def casus() -> Casus:
    casus = een_casus(een_huishouden("Anna Jansen", "Bo Jansen"))
    for tekst in ("een", "twee", "drie"):
        een_item(casus, woorden={"tekst": tekst})
    return casus


def soorten(casus: Casus) -> set[str]:
    return {breuk.soort for breuk in controleer_casus(casus)}


def regel(casus: Casus, volgnummer: int) -> UUID:
    return Gebeurtenis.objects.get(casus=casus, volgnummer=volgnummer).pk


def test_an_untouched_history_is_whole(casus: Casus) -> None:
    herschrijf(een_item(casus, woorden={"tekst": "vier"}), {"tekst": "vijf"})

    assert controleer_casus(casus) == []
    controle = controleer_alles()
    assert (controle.casussen, controle.gebeurtenissen, controle.breuken) == (1, 6, [])


def test_a_history_without_words_and_with_words_of_several_people_is_whole() -> None:
    casus = een_casus(een_huishouden("Anna Jansen", "Bo Jansen"))
    een_item(casus)
    een_item(casus, *leden_van(casus.huishouden)[:1], woorden={"tekst": "“Ik wil één ding”\n🙂", "meer": ""})

    assert controleer_casus(casus) == []


@pytest.mark.parametrize(
    ("kolom", "waarde"),
    [
        ("soort", "iets_anders"),
        ("gegevens", '{"item": "een-ander"}'),
        ("gebeurd_op", "2025-01-01 00:00:00"),
        ("vastgelegd_op", "2025-01-01 00:00:00"),
        ("account_id", None),
        ("mac", "0" * 64),
        ("vorige_mac", "0" * 64),
        ("woorden_digest", "0" * 64),
        ("volgnummer", 9),
        ("formaat", 2),
    ],
)
def test_a_changed_line_shows(casus: Casus, kolom: str, waarde: str | int | None) -> None:
    with geknoei():
        assert sql(f"UPDATE casus_gebeurtenis SET {kolom} = %s WHERE volgnummer = 3", waarde) == 1
        assert soorten(casus)


@pytest.mark.parametrize("volgnummer", [1, 2, 3])
def test_a_removed_line_shows(casus: Casus, volgnummer: int) -> None:
    with geknoei():
        Gebeurtenis.objects.filter(pk=regel(casus, volgnummer)).delete()
        breuken = controleer_casus(casus)
        assert ("regel_weg", volgnummer) in {(breuk.soort, breuk.volgnummer) for breuk in breuken}


def test_a_removed_line_with_the_rest_renumbered_shows(casus: Casus) -> None:
    with geknoei():
        Gebeurtenis.objects.filter(pk=regel(casus, 3)).delete()
        Gebeurtenis.objects.filter(casus=casus, volgnummer=4).update(volgnummer=3)
        Casus.objects.filter(pk=casus.pk).update(kop_volgnummer=3)
        assert {"regel_veranderd", "kop"} <= soorten(casus)


def test_two_lines_that_changed_places_show(casus: Casus) -> None:
    twee, drie = regel(casus, 2), regel(casus, 3)
    with geknoei():
        for sleutel, volgnummer in ((twee, 99), (drie, 2), (twee, 3)):
            Gebeurtenis.objects.filter(pk=sleutel).update(volgnummer=volgnummer)
        assert {"regel_veranderd", "volgorde"} <= soorten(casus)


def test_a_cut_end_shows(casus: Casus) -> None:
    with geknoei():
        Gebeurtenis.objects.filter(casus=casus, volgnummer__gte=3).delete()
        assert "afgeknipt" in soorten(casus)


def test_a_cut_end_with_the_number_set_back_shows(casus: Casus) -> None:
    with geknoei():
        Gebeurtenis.objects.filter(casus=casus, volgnummer__gte=3).delete()
        Casus.objects.filter(pk=casus.pk).update(kop_volgnummer=2)
        assert "kop" in soorten(casus)


def test_a_wholly_removed_history_shows(casus: Casus) -> None:
    with geknoei():
        Gebeurtenis.objects.filter(casus=casus).delete()
        Casus.objects.filter(pk=casus.pk).update(kop_volgnummer=0, kop_mac="")
        assert "kop" in soorten(casus)


def test_a_casus_removed_with_all_its_history_shows() -> None:
    weg = een_casus()
    assert controleer_alles().breuken == []
    with geknoei():
        Gebeurtenis.objects.filter(casus=weg).delete()
        weg_nummer = weg.nummer
        weg.delete()
        assert [(b.soort, b.nummer) for b in controleer_alles().breuken] == [("casus_weg", weg_nummer)]


def test_nothing_is_added_to_a_cut_history_so_the_cut_cannot_be_hidden(casus: Casus) -> None:
    with geknoei():
        Gebeurtenis.objects.filter(casus=casus, volgnummer__gte=3).delete()
        Casus.objects.filter(pk=casus.pk).update(kop_volgnummer=2)
        with pytest.raises(HistorieGebroken, match="controleer-historie"):
            een_item(casus, woorden={"tekst": "verder"})


def test_changed_words_show(casus: Casus) -> None:
    Woorden.objects.filter(item__casus=casus, volgnummer=1).update(inhoud={"tekst": "iets anders"})

    assert soorten(casus) == {"woorden_veranderd"}


def test_changed_words_with_a_new_digest_show(casus: Casus) -> None:
    woorden = Woorden.objects.filter(item__casus=casus)[0]
    assert woorden.zout is not None
    inhoud = {"tekst": "iets anders"}
    Woorden.objects.filter(pk=woorden.pk).update(inhoud=inhoud, digest=digest_van(bytes(woorden.zout), inhoud))

    assert soorten(casus) == {"woorden_veranderd"}


def test_words_put_in_another_mouth_show(casus: Casus) -> None:
    ander = een_casus().regisseur
    Woorden.objects.filter(item__casus=casus).update(auteur=ander)

    assert soorten(casus) == {"regel_veranderd"}


def test_removed_words_show(casus: Casus) -> None:
    with geknoei():
        sql("DELETE FROM delen_woorden WHERE id = (SELECT woorden_id FROM casus_gebeurtenis WHERE volgnummer = 2)")
        assert "woorden_weg" in soorten(casus)


def test_words_made_to_look_erased_show(casus: Casus) -> None:
    Woorden.objects.filter(item__casus=casus).update(inhoud=None, zout=None, gewist_op=casus.geopend_op)

    assert soorten(casus) == {"woorden_veranderd"}


def test_words_slipped_in_show(casus: Casus) -> None:
    woorden = Woorden.objects.filter(item__casus=casus)[0]
    woorden.pk, woorden.volgnummer = UUID(int=7), 2
    woorden.save(force_insert=True)

    assert soorten(casus) == {"woorden_los"}


def test_a_line_moved_from_another_casus_shows(casus: Casus) -> None:
    ander = een_casus(casus.huishouden, casus.regisseur)
    with geknoei():
        Gebeurtenis.objects.filter(casus=ander).update(casus=casus, volgnummer=5)
        Casus.objects.filter(pk=casus.pk).update(kop_volgnummer=5)
        assert "regel_veranderd" in soorten(casus)


def test_another_key_opens_nothing(casus: Casus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "HISTORIE_SLEUTEL", b"een andere sleutel")

    assert soorten(casus) == {"regel_veranderd", "kop"}


def test_the_same_value_is_always_written_down_the_same() -> None:
    assert canonieke_bytes({"b": [1, True, None], "a": "é"}) == '{"a":"é","b":[1,true,null]}'.encode()
    assert canonieke_bytes({"a": "é", "b": [1, True, None]}) == canonieke_bytes({"b": [1, True, None], "a": "é"})


def test_a_breach_names_no_person(casus: Casus) -> None:
    Woorden.objects.filter(item__casus=casus).update(inhoud={"tekst": "geheim"})

    for breuk in controleer_casus(casus):
        assert casus.nummer in breuk.melding
        assert "Jansen" not in breuk.melding
        assert "geheim" not in breuk.melding
