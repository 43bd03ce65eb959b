"""The tables of the dossier, one module a room."""

from samenspel.casus.models.controle import Historiecontrole
from samenspel.casus.models.dossier import Casus, Casusrol, Nummerreeks, Overdracht, Samenvoeging
from samenspel.casus.models.gebeurtenis import Gebeurtenis
from samenspel.casus.models.gesprek import Contact, EigenWoorden, Leefgebiedgesprek
from samenspel.casus.models.traject import Ingebruikname, Traject, Trajectstap, WerkwijzeVersie

__all__ = [
    "Casus",
    "Casusrol",
    "Contact",
    "EigenWoorden",
    "Gebeurtenis",
    "Historiecontrole",
    "Ingebruikname",
    "Leefgebiedgesprek",
    "Nummerreeks",
    "Overdracht",
    "Samenvoeging",
    "Traject",
    "Trajectstap",
    "WerkwijzeVersie",
]
