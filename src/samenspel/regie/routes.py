"""Routes by the content hash of their version: compiled once, since a version never changes."""

import hashlib
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from django.utils.timezone import localdate

from samenspel.casus.models import Ingebruikname, Traject, WerkwijzeVersie
from samenspel.delen.definities import definitie
from samenspel.kern.stand import Route, maak_route
from samenspel.kern.werkwijze.controle import controleer
from samenspel.kern.werkwijze.fout import Fout
from samenspel.kern.werkwijze.lezer import lees_werkwijze
from samenspel.kern.werkwijze.model import Toestand


class Afgekeurd(Exception):
    """A definition has mistakes and was not loaded; `fouten` tells them with their lines."""

    def __init__(self, fouten: tuple[Fout, ...]) -> None:
        super().__init__("; ".join(str(f) for f in fouten))
        self.fouten = fouten


@lru_cache(maxsize=64)
def route(hash: str) -> Route:
    """The compiled definition with this content hash."""
    return maak_route(definitie(hash).werkwijze)


def route_van(traject: Traject) -> Route:
    """The route that a traject is pinned to."""
    return route(traject.versie.hash)


def laad_versie(*, tekst: str, bestand: str, nu: datetime) -> WerkwijzeVersie:
    """Store a definition as a version; the same text twice is the same version. Raises Afgekeurd."""
    werkwijze, fouten = lees_werkwijze(tekst, bestand)
    fouten = fouten or (controleer(werkwijze, bestand) if werkwijze is not None else ())
    if werkwijze is None or fouten:
        raise Afgekeurd(fouten)
    versie, _ = WerkwijzeVersie.objects.get_or_create(
        hash=hashlib.sha256(tekst.encode("utf-8")).hexdigest(),
        defaults={
            "slug": werkwijze.werkwijze,
            "geldig_vanaf": werkwijze.geldig_vanaf,
            "tekst": tekst,
            "schema": werkwijze.schema,
            "geladen_op": nu,
        },
    )
    return versie


def geldende_versies(nu: datetime, gemeente_id: UUID | None = None) -> list[WerkwijzeVersie]:
    """Per werkwijze the newest version that is in force, by name.

    A version that a municipality took into use itself goes before what comes with the installation; None: only that.
    """
    van_gemeenten = Ingebruikname.objects.filter(eigen=True).values("versie")
    rijen = WerkwijzeVersie.objects.filter(geldig_vanaf__lte=nu.date()).exclude(pk__in=van_gemeenten).defer("tekst")
    per_slug = {versie.slug: versie for versie in rijen.order_by("slug", "geldig_vanaf", "geladen_op")}
    if gemeente_id is not None:
        gekozen = Ingebruikname.objects.filter(gemeente=gemeente_id, vanaf__lte=localdate(nu)).select_related("versie")
        gekozen = gekozen.defer("versie__tekst")
        per_slug |= {g.versie.slug: g.versie for g in gekozen.order_by("vanaf", "geladen_op")}
    return sorted(per_slug.values(), key=lambda v: route(v.hash).werkwijze.naam)


def startbare_versies(nu: datetime, gemeente_id: UUID | None = None) -> list[WerkwijzeVersie]:
    """Versions on which a traject can be started."""
    return [v for v in geldende_versies(nu, gemeente_id) if route(v.hash).werkwijze.toestand is Toestand.STARTBAAR]
