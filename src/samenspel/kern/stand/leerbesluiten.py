"""Deciding on what is learned afterwards: a reflectiesessie about several casussen, and the cluster of one."""

from collections.abc import Callable, Mapping

from samenspel.kern.stand.handelingen import BespreekInReflectie, GeefCluster
from samenspel.kern.stand.situatie import Besluit, Geweigerd, Situatie, vind
from samenspel.kern.werkwijze.basis import Basisfase
from samenspel.kern.werkwijze.catalogus import regierollen
from samenspel.kern.werkwijze.model import Leerlus, Werkwijze

__all__ = ["LEERBESLUITEN", "cluster_kan_in"]

_ACHTERAF = frozenset({Basisfase.AFGESLOTEN.value, Basisfase.WAAKVLAM.value})


def cluster_kan_in(werkwijze: Werkwijze, fase: str) -> bool:
    """Whether a cluster may be given at this place: the werkwijze has any, and it is afterwards."""
    lus = werkwijze.leerlus
    return lus is not None and bool(lus.clusters) and (fase in _ACHTERAF or fase in lus.cluster_in)


def _besproken(s: Situatie, h: BespreekInReflectie) -> Besluit:
    reflectie = _leerlus(s).reflectie
    if reflectie is None:
        raise Geweigerd("Deze werkwijze kent geen reflectiesessie.")
    s.vereis_rol(reflectie.door, f"'{reflectie.naam}' vastleggen")
    if s.feiten["traject.fase"] not in reflectie.in_fasen:
        raise Geweigerd("Op dit traject kijkt u nog niet terug.")
    return "in_reflectie_besproken", {"sessie": h.sessie}


def _cluster(s: Situatie, h: GeefCluster) -> Besluit:
    lus = _leerlus(s)
    s.vereis_rol(regierollen(s.route.werkwijze), "Een cluster kiezen")
    vind(lus.clusters, "cluster", h.cluster)
    if not cluster_kan_in(s.route.werkwijze, str(s.feiten["traject.fase"])):
        raise Geweigerd("Een cluster kiest u achteraf, als het traject is afgelopen.")
    return "cluster_gegeven", {"cluster": h.cluster}


def _leerlus(s: Situatie) -> Leerlus:
    lus = s.route.werkwijze.leerlus
    return lus if lus is not None else Leerlus(drempel=0)


LEERBESLUITEN: Mapping[type, Callable[..., Besluit]] = {BespreekInReflectie: _besproken, GeefCluster: _cluster}
