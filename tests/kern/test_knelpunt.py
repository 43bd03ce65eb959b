"""Kinds of causes: a short list to count by, each with a name, a meaning and a source."""

import re

from samenspel.kern.afwegen.knelpunt import OORZAKEN, Oorzaaksoort


def test_every_kind_of_cause_has_its_own_name_a_meaning_and_a_source() -> None:
    assert list(OORZAKEN) == list(Oorzaaksoort) and len(OORZAKEN) <= 10
    assert len({oorzaak.naam for oorzaak in OORZAKEN.values()}) == len(OORZAKEN)
    for oorzaak in OORZAKEN.values():
        assert re.match(r"00[0-4][ ,]", oorzaak.bron) and oorzaak.uitleg
        # The name stands alone in counts, and before a colon in the form.
        assert len(oorzaak.naam) <= 25 and ":" not in oorzaak.naam
