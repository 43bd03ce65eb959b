"""The tables of the dossier, one module a room."""

from samenspel.casus.models.controle import Historiecontrole
from samenspel.casus.models.dossier import Casus, Casusrol, Leefgebiedcontrole, Nummerreeks, Overdracht, Samenvoeging
from samenspel.casus.models.gebeurtenis import Gebeurtenis
from samenspel.casus.models.gesprek import Contact, EigenWoorden, Leefgebiedgesprek, Logboekregel
from samenspel.casus.models.traject import Ingebruikname, Traject, Trajectstap, WerkwijzeVersie

__all__ = [
    "Casus",
    "Casusrol",
    "Contact",
    "EigenWoorden",
    "Gebeurtenis",
    "Historiecontrole",
    "Ingebruikname",
    "Leefgebiedcontrole",
    "Leefgebiedgesprek",
    "Logboekregel",
    "Nummerreeks",
    "Overdracht",
    "Samenvoeging",
    "Traject",
    "Trajectstap",
    "WerkwijzeVersie",
]
