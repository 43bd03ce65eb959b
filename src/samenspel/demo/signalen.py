"""Signalen of the demo: just in, waiting for a yes, urgent, lying too long, done."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.utils.timezone import localdate

from samenspel.organisatie.models import Account, Team
from samenspel.regie.signalen import neem_aan, sluit, stel_voor
from samenspel.signaal.models import Signaal
from samenspel.signaal.services import NieuwSignaal, maak_signaal

__all__ = ["maak_signalen"]


def maak_signalen(*, accounts: Mapping[str, Account], nu: datetime) -> None:
    """A handful, in different states and with different holders."""
    kees, nazan, roos, joris = (accounts[naam] for naam in ("kees", "nazan", "roos", "joris"))
    overvecht = Team.objects.get(gemeente=kees.gemeente, naam="Buurtteam Overvecht")

    _signaal(kees, nu, zorg="De post puilt uit de brievenbus en de gordijnen blijven dicht.", over="Mevrouw Hofstra")

    aan_nazan = _signaal(
        kees,
        nu - timedelta(days=1),
        zorg="Vertelde aan de balie dat de kinderen al weken niet naar school gaan.",
        over="Familie Amrani",
        melder="Juf Petra",
        telefoon="030 000 00 51",
        bron="school",
    )
    stel_voor(signaal=aan_nazan, aan=nazan, reden="Ik denk dat dit jouw straat is.", account=kees, nu=nu)

    aan_team = _signaal(
        kees,
        nu - timedelta(days=2),
        zorg="De wijkverpleegkundige maakt zich zorgen: hij eet niet en doet de deur niet open.",
        over="Meneer Dorrestein",
        spoed=True,
        melder="Wijkverpleegkundige",
        telefoon="030 000 00 52",
        bron="zorg",
        weg="telefoon",
        wil_horen=True,
    )
    stel_voor(signaal=aan_team, aan=overvecht, account=kees, nu=nu - timedelta(days=2))

    _signaal(
        nazan,
        nu - timedelta(days=6),
        zorg="Op de trap aangesproken: ze slapen met z'n vijven in één kamer.",
        over="Boven de bakker, naam onbekend",
        bron="buur",
        weg="eigen_werk",
        anoniem=True,
    )

    overgenomen = _signaal(kees, nu - timedelta(days=4), zorg="Er staat een afsluiting van het gas aan.", over="L. Bos")
    stel_voor(signaal=overgenomen, aan=roos, account=kees, nu=nu - timedelta(days=4))
    neem_aan(signaal=overgenomen, account=roos, nu=nu - timedelta(days=3))

    klaar = _signaal(
        joris, nu - timedelta(days=9), zorg="Hoorde ruzie door de muur.", over="De buren op 14", bron="buur"
    )
    sluit(
        signaal=klaar,
        reden="De wijkagent was er al bij en het is rustig.",
        verteld="Dat er iemand naar gekeken heeft.",
        account=joris,
        nu=nu - timedelta(days=8),
    )


def _signaal(
    houder: Account,
    op: datetime,
    *,
    zorg: str,
    over: str,
    melder: str = "",
    telefoon: str = "",
    bron: str = "onbekend",
    weg: str = "balie",
    spoed: bool = False,
    anoniem: bool = False,
    wil_horen: bool = False,
) -> Signaal:
    nieuw = NieuwSignaal(
        weg=weg,
        bron=bron,
        binnen_op=localdate(op),
        spoed=spoed,
        anoniem=anoniem,
        wil_horen=wil_horen,
        woorden={"zorg": {"zorg": zorg, "over_wie": over}, "melder": {"melder": melder, "telefoon": telefoon}},
    )
    return maak_signaal(nieuw=nieuw, account=houder, nu=op)
