"""Writing the agenda of a table: planning, papers, questions, outcome and report."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from samenspel.casus.models import Traject
from samenspel.casus.trajecten import aantal_stappen
from samenspel.delen.models import Woorden
from samenspel.delen.services import huidige_woorden, laatste_woorden, maak_item, schrijf_woorden
from samenspel.huishouden.models import Persoon
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.models import Account
from samenspel.overleg.models import Agendapunt, Genodigde, Tafel, Verslag, Vraag

UITKOMSTWOORDEN = ("toelichting", "voor_inwoner", "wie_beslist", "wet", "rugdekking", "weg_anders", "weg_wie")
"""The words of an agenda point that tell how the meeting ended."""


def plan(
    *,
    traject: Traject,
    tafel: Tafel,
    op: datetime,
    plaats: str,
    account: Account,
    betreft: Iterable[Persoon],
    nu: datetime,
) -> Agendapunt:
    """Put a traject on the agenda."""
    item = maak_item(
        casus=traject.casus, traject=traject, soort=Gegevenssoort.OVERLEG, eigenaar=account, betreft=betreft, nu=nu
    )
    return Agendapunt.objects.create(
        gemeente_id=traject.gemeente_id,
        item=item,
        traject=traject,
        tafel=tafel,
        op=op,
        plaats=plaats,
        na_stap=aantal_stappen(traject),
    )


def verzet(
    *,
    punt: Agendapunt,
    op: datetime,
    plaats: str,
    te_laat: bool,
    woorden: dict[str, str],
    account: Account,
    nu: datetime,
) -> Woorden:
    """Another moment for the same agenda point; `te_laat`: the papers that were sent are late for it."""
    over = huidige_woorden(punt.item)
    if not te_laat:
        over.pop("doorgelaten_reden", None)
    punt.op, punt.plaats = op, plaats
    punt.doorgelaten = te_laat
    punt.save(update_fields=["op", "plaats", "doorgelaten"])
    return schrijf_woorden(item=punt.item, inhoud={**over, **woorden}, auteur=account, versie=punt.item.versie, nu=nu)


def haal_van_agenda(*, punt: Agendapunt, reden: str, account: Account, nu: datetime) -> Woorden | None:
    """It is on the agenda no more; a traject that left its place goes without a reason of its own."""
    punt.van_agenda_op = nu
    punt.save(update_fields=["van_agenda_op"])
    return _vul_aan(punt, {"van_agenda_reden": reden}, account, nu) if reden else None


def verstuur_stukken(*, punt: Agendapunt, doorgelaten_reden: str, account: Account, nu: datetime) -> Woorden | None:
    """The papers are with the members from now on; `doorgelaten_reden` is why late ones were let through."""
    punt.stukken_op = nu
    punt.doorgelaten = bool(doorgelaten_reden)
    punt.save(update_fields=["stukken_op", "doorgelaten"])
    return _vul_aan(punt, {"doorgelaten_reden": doorgelaten_reden}, account, nu) if doorgelaten_reden else None


def houd(
    *,
    punt: Agendapunt,
    uitkomst: str,
    weg: str,
    voor: date | None,
    woorden: dict[str, str],
    account: Account,
    versie: int | None,
    nu: datetime,
) -> Woorden | None:
    """Store how the meeting ended, over the `versie` that was on the screen. Raises Versieconflict."""
    punt.gehouden_op = nu
    punt.uitkomst, punt.weg, punt.voor = uitkomst, weg, voor
    punt.save(update_fields=["gehouden_op", "uitkomst", "weg", "voor"])
    return _vul_aan(punt, woorden, account, nu, versie) if woorden else None


def verbeter(
    *,
    punt: Agendapunt,
    uitkomst: str,
    weg: str,
    voor: date | None,
    woorden: Mapping[str, str],
    account: Account,
    versie: int | None,
    nu: datetime,
) -> Woorden:
    """Store how it ended after all, over the `versie` that was read; a report is to be sent anew.
    Raises Versieconflict."""
    punt.uitkomst, punt.weg, punt.voor, punt.verslag_op = uitkomst, weg, voor, None
    punt.save(update_fields=["uitkomst", "weg", "voor", "verslag_op"])
    over = {s: tekst for s, tekst in huidige_woorden(punt.item).items() if s not in UITKOMSTWOORDEN}
    staat = punt.item.versie if versie is None else versie
    return schrijf_woorden(item=punt.item, inhoud={**over, **woorden}, auteur=account, versie=staat, nu=nu)


def verstuur_verslag(*, punt: Agendapunt, pdf: bytes, account: Account, nu: datetime) -> Verslag:
    """Keep the report as it was sent."""
    punt.verslag_op = nu
    punt.save(update_fields=["verslag_op"])
    return Verslag.objects.create(
        gemeente_id=punt.gemeente_id, agendapunt=punt, inhoud=pdf, gemaakt_op=nu, door=account
    )


def vraag_erbij(
    *, punt: Agendapunt, wie: Account, waarom: str, account: Account, betreft: Iterable[Persoon], nu: datetime
) -> Woorden:
    """Somebody joins this one meeting."""
    item = maak_item(
        casus=punt.traject.casus,
        traject=punt.traject,
        soort=Gegevenssoort.OVERLEG,
        eigenaar=account,
        betreft=betreft,
        woorden={"waarom_erbij": waarom},
        nu=nu,
    )
    Genodigde.objects.create(gemeente_id=punt.gemeente_id, item=item, agendapunt=punt, account=wie)
    geschreven = laatste_woorden(item)
    assert geschreven is not None
    return geschreven


def stel_vraag(*, punt: Agendapunt, vraag: str, account: Account, betreft: Iterable[Persoon], nu: datetime) -> Woorden:
    """A question beforehand to who brings the case in."""
    item = maak_item(
        casus=punt.traject.casus,
        traject=punt.traject,
        soort=Gegevenssoort.OVERLEG,
        eigenaar=account,
        betreft=betreft,
        woorden={"vraag": vraag},
        nu=nu,
    )
    Vraag.objects.create(gemeente_id=punt.gemeente_id, item=item, agendapunt=punt, gesteld_door=account, gesteld_op=nu)
    geschreven = laatste_woorden(item)
    assert geschreven is not None
    return geschreven


def beantwoord_vraag(*, vraag: Vraag, antwoord: str, account: Account, versie: int, nu: datetime) -> Woorden:
    """The answer stands beside the question. Raises Versieconflict."""
    inhoud = {**huidige_woorden(vraag.item), "antwoord": antwoord}
    geschreven = schrijf_woorden(item=vraag.item, inhoud=inhoud, auteur=account, versie=versie, nu=nu)
    vraag.beantwoord_op = nu
    vraag.save(update_fields=["beantwoord_op"])
    return geschreven


def _vul_aan(
    punt: Agendapunt, woorden: dict[str, str], account: Account, nu: datetime, versie: int | None = None
) -> Woorden:
    inhoud = {**huidige_woorden(punt.item), **woorden}
    over = punt.item.versie if versie is None else versie
    return schrijf_woorden(item=punt.item, inhoud=inhoud, auteur=account, versie=over, nu=nu)
