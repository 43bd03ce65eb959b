"""What every template holds to."""

import re
from pathlib import Path

import samenspel

SJABLONEN = sorted(Path(samenspel.__file__).parent.rglob("*.html"))
INVOEGEN = re.compile(r'\{%-? include "([^"]+)"([^%]*)%\}')


def test_a_form_that_is_included_keeps_its_token() -> None:
    """Included with `only`, a template knows no csrf_token, and what is sent is refused as stale."""
    met_token = {s.name for s in SJABLONEN if "{% csrf_token %}" in s.read_text(encoding="utf-8")}
    assert "_formulier.html" in met_token
    zonder = [
        (sjabloon.name, pad)
        for sjabloon in SJABLONEN
        for pad, rest in INVOEGEN.findall(sjabloon.read_text(encoding="utf-8"))
        if Path(pad).name in met_token and rest.split()[-1:] == ["only"]
    ]
    assert zonder == []
