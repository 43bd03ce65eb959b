"""Forms for who leads a team."""

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict

from samenspel.web.collegakeuze import Collegakeuze
from samenspel.web.forms.collega import Collegaveld
from samenspel.web.forms.groepen import Groepsformulier
from samenspel.web.forms.velden import Datumveld


class Afwezigformulier(Groepsformulier):
    """Who is away, from when to when, and who stands in. It asks no reason."""

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], keuze: Collegakeuze) -> None:
        super().__init__(data, initial=dict(begin))
        self.fields["van"] = Datumveld(label="Eerste dag afwezig", error_messages={"required": "Vul de eerste dag in."})
        self.fields["tot"] = Datumveld(
            label="Eerste dag terug", required=False, help_text="Weet u het nog niet, laat dit dan leeg."
        )
        self.fields["vervanger"] = Collegaveld(label="Wie vervangt?", keuze=keuze)
