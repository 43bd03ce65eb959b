"""Writing signalen: the first line, every next one, and destroying words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from samenspel.delen.models import Item
from samenspel.kern.signaal import Feit, Soort, Status
from samenspel.organisatie.basis import zelfde_gemeente
from samenspel.organisatie.models import Account
from samenspel.signaal.models import Signaal, Signaalgebeurtenis, Signaalwoorden

__all__ = ["NieuwSignaal", "Woordgroepen", "maak_signaal", "schrijf_feit", "vergrendel", "wis_woorden"]

Woordgroepen = Mapping[str, Mapping[str, str]]
"""Words by their group: zorg, melder, reden, verteld."""


@dataclass(frozen=True, kw_only=True)
class NieuwSignaal:
    """A concern as it came in."""

    weg: str
    bron: str
    binnen_op: date
    anoniem: bool = False
    wil_horen: bool = False
    spoed: bool = False
    woorden: Woordgroepen = field(default_factory=dict)


def maak_signaal(
    *, nieuw: NieuwSignaal, account: Account, nu: datetime, houder: Account | None = None, casus: str = ""
) -> Signaal:
    """Record a concern; who records it holds it, or `houder`. `casus`: the dossier it may go to."""
    heeft = houder or account
    zelfde_gemeente(account, heeft)
    with transaction.atomic():
        signaal = Signaal.objects.create(
            gemeente_id=account.gemeente_id,
            houder=heeft,
            houder_sinds=localdate(nu),
            weg=nieuw.weg,
            bron=nieuw.bron,
            anoniem=nieuw.anoniem,
            wil_horen=nieuw.wil_horen,
            spoed=nieuw.spoed,
            binnen_op=nieuw.binnen_op,
        )
        feit = Feit(Soort.VASTGELEGD, str(account.pk), str(heeft.pk), localdate(nu), casus=casus, spoed=nieuw.spoed)
        _leg_regel_neer(signaal, feit, nu, nieuw.woorden)
    return signaal


def vergrendel(signaal: Signaal) -> Signaal:
    """The signaal as it is now, held until the end of the transaction."""
    return Signaal.objects.select_for_update(no_key=True).get(pk=signaal.pk)


def schrijf_feit(
    *, signaal: Signaal, feit: Feit, nu: datetime, woorden: Woordgroepen | None = None, item: Item | None = None
) -> None:
    """Store what kern decided: the row as it is now, and the line of what happened. Hold the row (`vergrendel`)."""
    if item is not None:
        zelfde_gemeente(signaal, item)
    vraag = feit.voorstel
    signaal.gevraagd_account_id = vraag.aan or None if vraag else None
    signaal.gevraagd_team_id = vraag.team or None if vraag else None
    signaal.gevraagd_casus_id = vraag.casus or None if vraag else None
    signaal.gevraagd_op = feit.op if vraag else None
    match feit.soort:
        case Soort.AANGENOMEN:
            signaal.houder_id, signaal.houder_sinds = feit.houder, feit.op
        case Soort.IN_DOSSIER:
            assert item is not None
            signaal.status, signaal.casus_id, signaal.item = Status.IN_DOSSIER.value, item.casus_id, item
        case Soort.UIT_DOSSIER:
            signaal.status, signaal.casus, signaal.item = Status.OPEN.value, None, None
            signaal.houder_id, signaal.houder_sinds, signaal.gewist_op = feit.houder, feit.op, None
        case Soort.GESLOTEN:
            signaal.status = Status.GESLOTEN.value
        case Soort.GEWIST:
            signaal.gewist_op = nu
    signaal.save()
    _leg_regel_neer(signaal, feit, nu, woorden or {})


def wis_woorden(*, signaal: Signaal, nu: datetime, soort: str | None = None) -> None:
    """Destroy the words of a signaal, all or of one group; what happened stays."""
    rijen = Signaalwoorden.objects.filter(gebeurtenis__signaal=signaal, gewist_op__isnull=True)
    if soort is not None:
        rijen = rijen.filter(soort=soort)
    rijen.update(inhoud=None, gewist_op=nu)


def _leg_regel_neer(signaal: Signaal, feit: Feit, nu: datetime, woorden: Woordgroepen) -> None:
    vraag = feit.voorstel
    gegevens = {"aan": vraag.aan, "team": vraag.team, "casus": vraag.casus} if vraag else {"casus": feit.casus}
    if feit.spoed:
        gegevens["spoed"] = "ja"
    regel = Signaalgebeurtenis.objects.create(
        gemeente_id=signaal.gemeente_id,
        signaal=signaal,
        volgnummer=Signaalgebeurtenis.objects.filter(signaal=signaal).count() + 1,
        soort=feit.soort.value,
        account_id=feit.account,
        houder_id=feit.houder,
        gegevens={sleutel: waarde for sleutel, waarde in gegevens.items() if waarde},
        op=nu,
    )
    for soort, groep in woorden.items():
        inhoud = {sleutel: tekst.replace("\x00", "") for sleutel, tekst in groep.items() if tekst}
        if inhoud:
            Signaalwoorden.objects.create(
                gemeente_id=signaal.gemeente_id, gebeurtenis=regel, soort=soort, inhoud=inhoud
            )
