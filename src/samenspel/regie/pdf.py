"""Letters and reports as tagged PDF (PDF/UA-1), typeset by typst. Content goes in as data, never as markup."""

import json
from collections.abc import Mapping
from importlib.resources import as_file, files

import typst
from django.conf import settings


def maak_pdf(sjabloon: str, gegevens: Mapping[str, object]) -> bytes:
    """Typeset a template of `regie/sjablonen` with these values."""
    with as_file(files("samenspel.regie") / "sjablonen") as map_:
        return typst.compile(
            str(map_ / sjabloon),
            format="pdf",
            font_paths=[str(settings.LETTERTYPEN_PDF)],
            sys_inputs={"gegevens": json.dumps(gegevens, ensure_ascii=False)},
            pdf_standards=["ua-1"],
        )
