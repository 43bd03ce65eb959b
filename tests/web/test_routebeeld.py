"""The route as a picture: every fase a box, every way an arrow, and no two lanes on each other."""

import re
from itertools import combinations

import pytest

from samenspel import werkwijzen
from samenspel.kern.werkwijze.lezer import lees_werkwijze
from samenspel.kern.werkwijze.model import Werkwijze
from samenspel.web.routebeeld import BAAN, Beeld, Pijl, letter, teken_route


def lees(slug: str) -> Werkwijze:
    werkwijze, fouten = lees_werkwijze(werkwijzen.tekst(slug), slug)
    assert werkwijze is not None, fouten
    return werkwijze


def getallen(pijl: Pijl) -> list[int]:
    return [int(g) for g in re.findall(r"-?\d+", pijl.pad)]


def banen(beeld: Beeld) -> list[tuple[int, int, int]]:
    """Of each way beside the boxes its lane and from where to where it runs."""
    delen = [(getallen(p), p) for p in beeld.pijlen if "H" in p.pad]
    return [(g[2], min(g[1], g[3]), max(g[1], g[3])) for g, _ in delen]


@pytest.mark.parametrize("slug", werkwijzen.slugs())
class TestElkeWerkwijze:
    def test_each_fase_is_a_box_and_each_way_an_arrow(self, slug: str) -> None:
        w, beeld = lees(slug), teken_route(lees(slug))
        assert [v.code for v in beeld.vakken] == [f.fase for f in w.fasen]
        assert {(p.stap, p.van, p.naar) for p in beeld.pijlen} == {
            (s.stap, v, s.naar) for s in w.stappen for v in s.van
        }

    def test_a_stap_has_one_letter_and_a_letter_one_stap(self, slug: str) -> None:
        paren = {(p.letter, p.stap) for p in teken_route(lees(slug)).pijlen}
        assert len({eerste for eerste, _ in paren}) == len({tweede for _, tweede in paren}) == len(paren)

    def test_boxes_stand_under_each_other(self, slug: str) -> None:
        beeld = teken_route(lees(slug))
        for boven, onder in zip(beeld.vakken, beeld.vakken[1:], strict=False):
            assert boven.y + beeld.vakhoogte < onder.y and boven.x == onder.x

    def test_ways_in_one_lane_do_not_touch(self, slug: str) -> None:
        for een, ander in combinations(banen(teken_route(lees(slug))), 2):
            assert een[0] != ander[0] or een[2] < ander[1] or ander[2] < een[1]

    def test_everything_fits_in_the_picture(self, slug: str) -> None:
        beeld = teken_route(lees(slug))
        for pijl in beeld.pijlen:
            assert BAAN // 2 <= pijl.x <= beeld.breedte - BAAN // 2 and 0 <= pijl.y <= beeld.hoogte
        for vak in beeld.vakken:
            assert vak.x >= 0 and vak.y + beeld.vakhoogte <= beeld.hoogte
            assert all(vak.y < y < vak.y + beeld.vakhoogte for _, y in vak.regels)

    def test_back_runs_on_the_left_and_onward_on_the_right(self, slug: str) -> None:
        beeld = teken_route(lees(slug))
        hoogte = {v.code: v.y for v in beeld.vakken}
        for pijl in beeld.pijlen:
            if "H" in pijl.pad:
                assert (pijl.x < beeld.vakken[0].x) == (hoogte[pijl.naar] < hoogte[pijl.van])


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (0, 25, 26, 27)] == ["a", "z", "aa", "ab"]
