"""A municipality's own choice of versions: loading a definition, and from which day new trajecten begin on it."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from django.db import transaction
from django.db.models import Count
from django.utils.timezone import localdate

from samenspel.casus.models import Ingebruikname, Traject, WerkwijzeVersie
from samenspel.kern.stand import Geweigerd
from samenspel.kern.werkwijze.model import Werkwijze
from samenspel.organisatie.logboek import noteer_daad
from samenspel.organisatie.models import Account, Daadsoort, Gemeente
from samenspel.regie.routes import geldende_versies, laad_versie, route

__all__ = ["Definitieregel", "definitieregels", "laad_eigen", "neem_in_gebruik", "versies_van"]


@dataclass(frozen=True, slots=True)
class Definitieregel:
    """A version as the list tells of it: whether it is in force, from when, and how many trajecten run on it."""

    versie: WerkwijzeVersie
    werkwijze: Werkwijze
    vanaf: date | None
    geldt: bool
    lopend: int


@transaction.atomic
def laad_eigen(*, door: Account, tekst: str, nu: datetime) -> WerkwijzeVersie:
    """Store a definition for the municipality of who does this; nothing begins on it yet. Raises Afgekeurd."""
    was_er = WerkwijzeVersie.objects.filter(hash=sha256(tekst.encode("utf-8")).hexdigest()).exists()
    versie = laad_versie(tekst=tekst, bestand="werkwijze", nu=nu)
    _, nieuw = Ingebruikname.objects.get_or_create(
        gemeente=door.gemeente, versie=versie, defaults={"eigen": not was_er, "door": door, "geladen_op": nu}
    )
    if nieuw:
        _noteer(door, versie, Daadsoort.DEFINITIE_GELADEN, "", nu)
    return versie


@transaction.atomic
def neem_in_gebruik(*, door: Account, versie: WerkwijzeVersie, vanaf: date, nu: datetime) -> None:
    """From this day on new trajecten begin on this version; running ones stay on theirs. Raises Geweigerd."""
    if vanaf < versie.geldig_vanaf:
        dag = f"{versie.geldig_vanaf.day}-{versie.geldig_vanaf.month}-{versie.geldig_vanaf.year}"
        raise Geweigerd(f"In de definitie staat dat zij geldt vanaf {dag}. Kies die dag of een latere.")
    if vanaf < localdate(nu):
        raise Geweigerd("Kies vandaag of een latere dag: trajecten die al lopen, veranderen niet.")
    Ingebruikname.objects.update_or_create(
        gemeente=door.gemeente,
        versie=versie,
        defaults={"vanaf": vanaf, "door": door},
        create_defaults={"vanaf": vanaf, "door": door, "geladen_op": nu, "eigen": False},
    )
    _noteer(door, versie, Daadsoort.DEFINITIE_IN_GEBRUIK, f", vanaf {vanaf.isoformat()}", nu)


def versies_van(gemeente: Gemeente) -> list[WerkwijzeVersie]:
    """What this municipality may use: what comes with the installation and what it loaded itself."""
    van_anderen = Ingebruikname.objects.filter(eigen=True).exclude(gemeente=gemeente).values("versie")
    eigen = Ingebruikname.objects.filter(gemeente=gemeente).values("versie")
    rijen = WerkwijzeVersie.objects.exclude(pk__in=van_anderen) | WerkwijzeVersie.objects.filter(pk__in=eigen)
    return list(rijen.order_by("slug", "-geladen_op"))


def definitieregels(gemeente: Gemeente, nu: datetime) -> list[Definitieregel]:
    """All versions of a municipality, by name, the newest first."""
    geldend = {v.pk for v in geldende_versies(nu, gemeente.pk)}
    gekozen = dict(Ingebruikname.objects.filter(gemeente=gemeente).values_list("versie", "vanaf"))
    per_versie = Traject.objects.filter(gemeente=gemeente, open=True).values("versie").annotate(n=Count("pk"))
    lopend = dict(per_versie.values_list("versie", "n"))
    regels = [
        Definitieregel(
            versie=v,
            werkwijze=route(v.hash).werkwijze,
            vanaf=gekozen.get(v.pk, v.geldig_vanaf),
            geldt=v.pk in geldend,
            lopend=lopend.get(v.pk, 0),
        )
        for v in versies_van(gemeente)
    ]
    return sorted(regels, key=lambda r: r.werkwijze.naam)


def _noteer(door: Account, versie: WerkwijzeVersie, soort: Daadsoort, erbij: str, nu: datetime) -> None:
    wat = f"{versie.slug} {versie.hash[:8]}{erbij}"
    noteer_daad(gemeente=door.gemeente, soort=soort, door=door, wat=wat, ding=versie.pk, nu=nu)
