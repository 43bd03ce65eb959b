"""What somebody looked at and why, in plain words: for the regisseur, the privacy officer and the resident."""

from collections.abc import Mapping

from samenspel.kern.delen import Reden

WAAROM: Mapping[str, str] = {
    Reden.REGIE.value: "contactpersoon van het huishouden",
    Reden.VERVANGING.value: "vervangt de contactpersoon",
    Reden.EIGENAAR.value: "schreef het zelf",
    Reden.INWONER.value: "woont in dit huishouden",
    Reden.ROL.value: "heeft een rol in dit traject",
    Reden.TAFEL.value: "zit aan tafel bij het overleg",
    Reden.GRONDSLAG.value: "er is vastgelegd dat dit gedeeld mag worden",
    Reden.HELPER.value: "helpt mee",
    Reden.ANDERE_GEMEENTE.value: "hoort bij een andere gemeente",
    Reden.GEEN_RECHT.value: "had geen taak in dit dossier",
    Reden.INGETROKKEN.value: "het was ingetrokken",
    Reden.GEHEIM_ADRES.value: "het adres is geheim",
    "lijst": "stond in een lijst",
    "signaal": "heeft het signaal",
    "zoeken": "zocht een huishouden",
    "taak": "doet dit werk voor de gemeente",
    "inwoner_pagina": "een pagina voor inwoners",
}
"""Why, by the code that is stored with a look."""

VOOR_INWONER: Mapping[str, str] = {
    Reden.REGIE.value: "is uw contactpersoon",
    Reden.VERVANGING.value: "vervangt uw contactpersoon",
    Reden.EIGENAAR.value: "schreef er zelf iets in",
    Reden.ROL.value: "werkt mee aan uw plan",
    Reden.TAFEL.value: "praat mee in een overleg over uw plan",
    Reden.GRONDSLAG.value: "mag dit zien, dat is afgesproken en opgeschreven",
    Reden.HELPER.value: "helpt mee",
    "signaal": "kreeg een zorg over uw huishouden",
    "zoeken": "zocht een huishouden op",
    "taak": "doet dit werk voor de gemeente, bijvoorbeeld om een vervanger te regelen",
}
"""The same for who it is about."""

WAT: Mapping[str, str] = {
    "aanvraag": "een aanvraag van geld",
    "aanvraag_nieuw": "geld aanvragen",
    "aanvragen": "de aanvragen van geld",
    "actie": "een actie",
    "actie_afronden": "een actie",
    "actie_nieuw": "een actie maken",
    "agendapunt": "een overleg",
    "bon": "een bon",
    "budgetten": "het overzicht van een budget",
    "bsn": "het hele BSN van iemand",
    "casus": "het dossier",
    "casussen_van": "de lijst van casussen van een collega die afwezig is",
    "contact_kopie": "een kopie van een gesprek",
    "contact_vastleggen": "een contact vastleggen",
    "controlevragen": "de controlevragen",
    "deelname": "wie er meedoet",
    "deelname_nieuw": "wie er meedoet",
    "doel": "een doel",
    "doel_nieuw": "een doel maken",
    "eigen_actie": "een eigen actie maken",
    "eigen_woorden": "eigen woorden van een inwoner",
    "formulier": "een formulier",
    "grondslag_nieuw": "delen met iemand",
    "grondslagen": "met wie er wordt gedeeld",
    "helper_nieuw": "iemand laten meehelpen",
    "historie": "de geschiedenis",
    "inzage": "wie er keek",
    "hulp": "de hulp die er is",
    "hulp_nieuw": "de hulp die er is",
    "item_intrekken": "iets intrekken",
    "item_terugzetten": "iets terugzetten",
    "knelpunt": "een knelpunt",
    "knelpunt_nieuw": "een knelpunt opschrijven",
    "leenafspraak": "de afspraak over een lening",
    "cluster": "het cluster kiezen",
    "les": "een les van een reflectiesessie",
    "reflectie": "een reflectiesessie",
    "reflectie_nieuw": "een reflectiesessie vastleggen",
    "leefgebied": "een leefgebied",
    "leefgebieden": "de leefgebieden",
    "mijn_actie_nieuw": "een eigen actie maken",
    "mijn_gegevens": "wat er over de inwoner staat",
    "mijn_inzage": "wie er keek",
    "mijn_leefgebied": "een leefgebied",
    "mijn_plan": "Mijn plan",
    "mijn_reactie": "een reactie schrijven",
    "mijn_werk": "Mijn werk",
    "mijn_woorden": "eigen woorden",
    "nacontrole": "wat er na de overdracht te controleren is",
    "netwerk": "het netwerk",
    "netwerklid": "iemand uit het netwerk",
    "netwerklid_nieuw": "iemand uit het netwerk",
    "lening": "een lening",
    "loketzaak_in_gebreke": "een ingebrekestelling vastleggen",
    "loketzaak_nieuw": "een aanvraag bij een ander loket",
    "loketzaken": "aanvragen bij andere loketten",
    "overdragen": "de regie overdragen",
    "overleg": "een overleg",
    "overleg_format": "het format voor een overleg",
    "overleggen": "de lijst van overleggen",
    "overnemen": "de regie overnemen",
    "persoon": "gegevens van een persoon",
    "persoon_bsn": "het BSN van iemand, zonder het te zien",
    "persoon_dubbel": "of iemand er dubbel in staat",
    "persoon_nieuw": "een persoon toevoegen",
    "personen": "wie er bij het huishouden horen",
    "persoon_bestaand": "of iemand al bekend is",
    "persoon_vertrokken": "een persoon die vertrok",
    "relatie": "een relatie",
    "relatie_nieuw": "een relatie",
    "rollen": "wie welke rol heeft",
    "signaal": "een signaal",
    "signaal_in_dossier": "een signaal",
    "signalen": "de lijst van signalen",
    "samenvoegen": "of het huishouden er dubbel in staat",
    "samenvoeging": "of iets er dubbel in staat",
    "stap": "een stap zetten",
    "stukken": "de stukken van een overleg",
    "toezicht_grondslagen": "het overzicht van wat er gedeeld wordt",
    "toezicht_inzage": "het overzicht van wie er keek",
    "traject": "een traject",
    "traject_nieuw": "een traject beginnen",
    "vergadering": "een overleg",
    "verslag": "een verslag",
    "verslag_inwoner": "het verslag voor de inwoner",
    "verstrekking": "een stuk voor iemand buiten de gemeente",
    "vertegenwoordiger": "een vertegenwoordiger",
    "vertegenwoordiger_nieuw": "een vertegenwoordiger",
    "vraag": "een vraag bij een overleg",
    "voorziening": "een voorziening",
    "voorziening_beeindigen": "een voorziening beëindigen",
    "voorziening_nieuw": "een voorziening toevoegen",
    "zoeken": "huishouden zoeken",
    "personalia": "gegevens van een persoon",
    "adres": "een adres",
    "knelpunten": "waar het vastloopt",
    "plan": "het plan",
    "plan_afronden": "het plan afronden",
    "plan_vaststellen": "het plan vaststellen",
    "planversie": "een vastgesteld plan",
    "wijk": "de wijk",
    "formulieren": "een formulier",
    "contacten": "een contact",
    "geld": "een aanvraag van geld",
    "besluiten": "een besluit",
}
"""What, by the code that is stored with a look."""


def wat(code: str) -> str:
    """What was looked at; a page without words of its own is 'een pagina', never a code."""
    return WAT.get(code, "een pagina")


def waarom(code: str) -> str:
    """Why, for professionals."""
    return WAAROM.get(code, "de reden is niet bekend")


def waarom_voor_inwoner(code: str) -> str:
    """Why, for who it is about."""
    return VOOR_INWONER.get(code, "waarom is niet bekend; vraag het uw contactpersoon")
