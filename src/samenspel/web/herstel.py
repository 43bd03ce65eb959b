"""The link that mends what is missing: per way of mending the screen where it's done."""

from collections.abc import Callable, Mapping

from django.urls import reverse

from samenspel.casus.models import Traject
from samenspel.huishouden.selectors import wie_spreken
from samenspel.kern.stand.uitkomst import Ontbreekt
from samenspel.kern.werkwijze.catalogus import Herstelwijze

Adres = Callable[[Ontbreekt, Traject], str]


def adres_van(ontbreekt: Ontbreekt, traject: Traject) -> str:
    """Where this fact is supplied; empty where no screen leads to it."""
    maker = _ADRESSEN.get(ontbreekt.herstel.wijze)
    return maker(ontbreekt, traject) if maker is not None else ""


def _formulier(o: Ontbreekt, t: Traject) -> str:
    adres = reverse("formulier", args=[t.pk, o.herstel.doel])
    return f"{adres}#id_{o.herstel.deel}" if o.herstel.deel else adres


def _per_traject(naam: str) -> Adres:
    return lambda o, t: reverse(naam, args=[t.pk])


def _per_casus(naam: str) -> Adres:
    return lambda o, t: reverse(naam, args=[t.casus_id])


def _overleg(o: Ontbreekt, t: Traject) -> str:
    return reverse("overleg_van_traject", args=[t.pk, o.herstel.doel])


def _eigen_woorden(o: Ontbreekt, t: Traject) -> str:
    sprekers = wie_spreken(t.betreft.all())
    return reverse("eigen_woorden", args=[t.casus_id, sprekers[0].pk]) if sprekers else ""


_ADRESSEN: Mapping[Herstelwijze, Adres] = {
    Herstelwijze.FORMULIER: _formulier,
    Herstelwijze.CONTROLEVRAAG: _per_traject("controlevragen"),
    Herstelwijze.TOELICHTING: lambda o, t: reverse("controlevraag_toelichten", args=[t.pk, o.herstel.doel]),
    Herstelwijze.CONTACT: _per_casus("contact_vastleggen"),
    Herstelwijze.AANVRAAG: _per_traject("aanvraag_nieuw"),
    Herstelwijze.BEOORDELING: _per_traject("aanvragen"),
    Herstelwijze.BETALING: _per_traject("aanvragen"),
    Herstelwijze.BON: _per_traject("aanvragen"),
    Herstelwijze.OVERLEG_PLANNEN: _overleg,
    Herstelwijze.STUKKEN: _overleg,
    Herstelwijze.OVERLEG_HOUDEN: _overleg,
    Herstelwijze.VERSLAG: _overleg,
    Herstelwijze.EIGEN_WOORDEN: _eigen_woorden,
    Herstelwijze.LEEFGEBIEDEN: _per_casus("leefgebieden"),
    Herstelwijze.AFSPRAAK: _per_casus("actie_nieuw"),
    Herstelwijze.AFLOSSING: _per_traject("aanvragen"),
    Herstelwijze.NAVRAGEN: _per_casus("plan"),
    Herstelwijze.WAAKVLAM: _per_casus("contact_vastleggen"),
    Herstelwijze.PERSOON: _per_casus("personen"),
    Herstelwijze.ROL: _per_traject("rollen"),
    Herstelwijze.OVERDRACHT: _per_casus("overdragen"),
    Herstelwijze.REFLECTIE: lambda o, t: reverse("reflectie_nieuw"),
    Herstelwijze.CLUSTER: _per_traject("cluster"),
}
