"""A line of history as a sentence. Without the right to its content it says that it happened, not what."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.formats import date_format

from samenspel.casus.models import Gebeurtenis
from samenspel.kern.stand import Route
from samenspel.kern.werkwijze.basis import BASIS
from samenspel.regie.routes import route
from samenspel.web.knelpunten import oorzaaknaam
from samenspel.web.tekst import fase_naam

Zin = Callable[[Mapping[str, Any], Route | None], str]

_UITKOMST = {
    "gesproken": "gewoon gesproken",
    "opgelost": "opgelost",
    "niet_opgelost": "niet opgelost",
    "wacht_op_antwoord": "wacht op antwoord",
    "geen_gehoor": "geen gehoor",
}
UITKOMSTNAMEN = _UITKOMST
ANTWOORDNAMEN = {"ja": "Ja.", "nee": "Nee.", "nvt": "Niet van toepassing."}


def zin_van(rij: Gebeurtenis, *, geheel: bool) -> str:
    """What happened in one sentence."""
    if rij.soort not in _ZINNEN:
        return "Er is iets vastgelegd"
    weg = route(rij.traject.versie.hash) if rij.traject is not None else None
    met, zonder = _ZINNEN[rij.soort]
    return met(rij.gegevens, weg) if geheel else zonder


_WOORDNAMEN = {
    "ik_wil": "Ik wil",
    "ik_kan": "Ik kan",
    "ik_heb_nodig": "Ik heb nodig",
    "met": "Met",
    "gezegd": "Gezegd",
    "tekst": "Opgeschreven",
    "afgesproken": "Afgesproken",
    "toelichting": "Toelichting",
    "gebeld": "Wie is gebeld",
    "voor_inwoner": "Uitleg voor de inwoner",
    "verzet_van": "Was",
    "verzet_naar": "Wordt",
    "verzet_reden": "Waarom verzet",
    "van_agenda_reden": "Waarom van de agenda",
    "verbeterd_reden": "Waarom de uitkomst is verbeterd",
    "waarom_erbij": "Waarom erbij gevraagd",
    "doorgelaten_reden": "Waarom late stukken mochten",
    "reden": "Reden",
    "wat": "Wat",
    "oorzaak": "Oorzaak",
    "andere_wet": "Andere wet",
    "andere_organisatie": "Andere organisatie",
    "oplossing": "Opgelost door",
    "wie": "Wie",
    "wie_beslist": "Wie beslist",
    "wet": "Wet",
    "rugdekking": "Rugdekking",
    "weg_anders": "Hoe verder",
    "weg_wie": "Wie dat doet",
    "waarvoor": "Waarvoor",
    "uitkering": "Uitkering en toeslagen",
    "uitkering_bron": "Van wie dat komt",
    "ondertekend_door": "Wie tekenden",
    "bewijs": "Wat is aangetoond",
    "kwijtschelding": "Waarom wel of niet kwijtgescholden",
    "teruggedraaid": "Waarom de aflossing niet klopte",
    "niet_nagekomen": "Hoe de lening verdergaat",
    "vraag": "Vraag",
    "antwoord": "Antwoord",
    "reactie": "Reactie",
    "zorg": "Wat iemand vertelde",
    "over_wie": "Over wie",
    "adres": "Waar",
    "naam": "Naam",
    "rol": "Wie het is",
    "organisatie": "Organisatie",
    "telefoon": "Telefoon",
    "beslisruimte": "Mag beslissen",
    "ingetrokken_reden": "Waarom ingetrokken",
    "aanbieder": "Wie helpt",
    "werkte": "Wat werkte",
    "werkte_niet": "Wat werkte niet",
    "waarom": "Waarom gestopt",
    "eigen_woorden": "In eigen woorden",
    "waarover": "Waarover",
    "instelling": "Waar",
    "wet_naam": "Wet",
    "besluit": "Besluit",
}


def opgeschreven(rij: Gebeurtenis) -> list[dict[str, str]]:
    """The words of a line as they were written then, under what they answer; only for who may read its item."""
    inhoud = rij.woorden.inhoud if rij.woorden is not None else None
    vragen = _vragen(rij)
    return [
        {"vraag": vragen.get(sleutel) or _WOORDNAMEN.get(sleutel.partition(":")[0], "Opgeschreven"), "tekst": tekst}
        for sleutel, tekst in (inhoud or {}).items()
        if tekst
    ]


def _vragen(rij: Gebeurtenis) -> Mapping[str, str]:
    """Of a form the questions, by their code; of a controlevraag the question and its answer."""
    if rij.traject is None or not {"formulier", "controlevraag"} & set(rij.gegevens):
        return {}
    if "controlevraag" in rij.gegevens:
        return _controlevraag(rij.gegevens, route(rij.traject.versie.hash))
    formulieren = route(rij.traject.versie.hash).werkwijze.formulieren
    return {v.veld: v.vraag for f in formulieren if f.formulier == rij.gegevens["formulier"] for v in f.velden}


def _controlevraag(g: Mapping[str, Any], weg: Route) -> Mapping[str, str]:
    vraag = next((c.vraag for c in weg.werkwijze.controlevragen if c.controlevraag == g["controlevraag"]), "")
    return {"reden": f"{vraag} {ANTWOORDNAMEN.get(g.get('antwoord', ''), '')}".strip()} if vraag else {}


def _stap(g: Mapping[str, Any], weg: Route | None) -> str:
    if weg is None:
        return "Stap gezet"
    eigen = next((s.naam for s in weg.werkwijze.stappen if s.stap == g["stap"]), None)
    naam = eigen or next((b.naam for b in BASIS if b.stap.value == g["stap"]), g["stap"])
    return f"{naam}: naar {fase_naam(weg, g['naar'])}"


def _formulier(g: Mapping[str, Any], weg: Route | None) -> str:
    namen = {f.formulier: f.naam for f in weg.werkwijze.formulieren} if weg is not None else {}
    return f"{namen.get(g['formulier'], 'Formulier')} ingevuld of aangevuld"


def _overleg(tekst: str) -> Zin:
    def zin(g: Mapping[str, Any], weg: Route | None) -> str:
        namen = {o.overleg: o.naam for o in weg.werkwijze.overleggen} if weg is not None else {}
        return tekst.format(namen.get(g["overleg"], "Overleg"))

    return zin


def _verzet(g: Mapping[str, Any], weg: Route | None) -> str:
    van, op = (date_format(date.fromisoformat(g[k]), "j F") for k in ("van", "op"))
    return _overleg(f"{{}} verzet van {van} naar {op}")(g, weg)


def _vast(tekst: str) -> Zin:
    return lambda g, weg: tekst


def _contact(g: Mapping[str, Any], weg: Route | None) -> str:
    if not g["uitkomst"]:
        return "Gesprek genoteerd"
    return f"Contact vastgelegd: {_UITKOMST.get(g['uitkomst'], g['uitkomst'])}"


def _samengevoegd(g: Mapping[str, Any], weg: Route | None) -> str:
    wat = "Iemand die er dubbel in stond" if g.get("wat") == "persoon" else "Huishouden dat er dubbel in stond"
    return f"{wat} samengevoegd"


def _leefgebied(g: Mapping[str, Any], weg: Route | None) -> str:
    """Never which domain: who may not read the words may not know that either."""
    if g.get("zelf"):
        return "Zelf iets opgeschreven over een leefgebied"
    return "Leefgebied besproken" if g.get("vastgelegd") else "Leefgebied besproken, niets vastgelegd"


def _nacontrole(g: Mapping[str, Any], weg: Route | None) -> str:
    """Never which domain, as with the talk itself."""
    return f"Leefgebied {'' if g['gecontroleerd'] else 'nog niet '}gecontroleerd bij de inwoner, na de overdracht"


def _loketzaak(tekst: str) -> Zin:
    return lambda g, weg: tekst.format(g["zaaksoort"].capitalize())


def _wettermijn(g: Mapping[str, Any], weg: Route | None) -> str:
    wijzen = {"opgeschort": "staat stil", "hervat": "loopt weer", "verlengd": "is verlengd"}
    return f"Wettelijke termijn {wijzen[g['wijze']]}"


def _besloten(g: Mapping[str, Any], weg: Route | None) -> str:
    return f"Besluit van het loket: {g['uitkomst'].replace('_', ' ')}"


def _deelname(g: Mapping[str, Any], weg: Route | None) -> str:
    standen = {"doet_mee": "iemand doet mee", "doet_niet_mee": "iemand doet niet mee"}
    return f"Bij een doel: {standen.get(g['stand'], 'iemand doet nog niet mee')}"


def _planversie(g: Mapping[str, Any], weg: Route | None) -> str:
    einde = f"; plan {g['plan']} is afgerond" if g.get("afgerond") else ""
    return f"Versie {g['versie']} van het plan vastgesteld{einde}"


def _mening(g: Mapping[str, Any], weg: Route | None) -> str:
    return f"De inwoner is het {'eens' if g['eens'] else 'niet eens'} met versie {g['versie']} van het plan"


def _reactie(g: Mapping[str, Any], weg: Route | None) -> str:
    return "De inwoner reageerde" if "persoon" in g else "Bericht over een afspraak, van wie die moet doen"


def _signaal(g: Mapping[str, Any], weg: Route | None) -> str:
    """Not in which other dossier it lay, nor why not any more."""
    return f"Signaal in het dossier gelegd{'; het lag eerst ergens anders' if g.get('elders') else ''}"


def _bon(g: Mapping[str, Any], weg: Route | None) -> str:
    return "Getekende leenafspraak toegevoegd" if g.get("soort") == "leenafspraak" else "Bon toegevoegd"


def _kwijtschelding(g: Mapping[str, Any], weg: Route | None) -> str:
    return "Deel van de lening kwijtgescholden" if g["akkoord"] else "Besloten om niet kwijt te schelden"


def _knelpunt(g: Mapping[str, Any], weg: Route | None) -> str:
    gedaan = "opgeschreven" if "opgelost" not in g else "opgelost" if g["opgelost"] else "bijgewerkt"
    door = oorzaaknaam(g.get("oorzaaksoort", ""))
    return f"Knelpunt {gedaan}" + (f", komt door: {door.lower()}" if door else "")


_ZINNEN: Mapping[str, tuple[Zin, str]] = {
    "casus_geopend": (_vast("Dossier begonnen"), "Dossier begonnen"),
    "traject_gestart": (_vast("Traject begonnen"), "Traject begonnen"),
    "rol_toegekend": (_vast("Iemand doet mee"), "Iemand doet mee"),
    "rol_beeindigd": (_vast("Iemand doet niet meer mee"), "Iemand doet niet meer mee"),
    "formulier_vastgelegd": (_formulier, "Formulier ingevuld of aangevuld"),
    "controlevraag_beantwoord": (_vast("Controlevraag beantwoord"), "Controlevraag beantwoord"),
    "controlevraag_toegelicht": (_vast("Ingegaan op een nee"), "Ingegaan op een nee"),
    "gesprek_vastgelegd": (_contact, "Contact vastgelegd"),
    "contact_vastgelegd": (_contact, "Contact vastgelegd"),
    "gesprek_gewijzigd": (_vast("Contact bijgewerkt"), "Contact bijgewerkt"),
    "contact_gewijzigd": (_vast("Contact bijgewerkt"), "Contact bijgewerkt"),
    "gesprek_ingetrokken": (_vast("Contact ingetrokken"), "Contact ingetrokken"),
    "contact_ingetrokken": (_vast("Contact ingetrokken"), "Contact ingetrokken"),
    "gesprek_teruggezet": (_vast("Contact teruggezet"), "Contact teruggezet"),
    "contact_teruggezet": (_vast("Contact teruggezet"), "Contact teruggezet"),
    "logboek_geschreven": (_vast("In het logboek geschreven"), "In het logboek geschreven"),
    "logboek_bijgewerkt": (_vast("Logboek bijgewerkt"), "Logboek bijgewerkt"),
    "logboek_ingetrokken": (_vast("Regel van het logboek ingetrokken"), "Regel van het logboek ingetrokken"),
    "logboek_teruggezet": (_vast("Regel van het logboek teruggezet"), "Regel van het logboek teruggezet"),
    "eigen_woorden_vastgelegd": (_vast("Eigen woorden opgeschreven"), "Eigen woorden opgeschreven"),
    "leefgebied_besproken": (_leefgebied, "Leefgebied besproken"),
    "leefgebied_gecontroleerd": (_nacontrole, "Leefgebied gecontroleerd bij de inwoner"),
    "stap_gezet": (_stap, "Stap gezet"),
    "aanvraag_gedaan": (_vast("Geld aangevraagd"), "Geld aangevraagd"),
    "aanvraag_beoordeeld": (_vast("Aanvraag beoordeeld"), "Aanvraag beoordeeld"),
    "aanvraag_ingetrokken": (_vast("Aanvraag ingetrokken"), "Aanvraag ingetrokken"),
    "aanvraag_betaald": (_vast("Aanvraag betaald"), "Aanvraag betaald"),
    "bon_toegevoegd": (_bon, "Bon toegevoegd"),
    "lening_afgesproken": (_vast("Leenafspraak gemaakt"), "Er is iets met het geld vastgelegd"),
    "lening_ondertekend": (_vast("Leenafspraak ondertekend"), "Er is iets met het geld vastgelegd"),
    "aflossing_ontvangen": (_vast("Aflossing ontvangen"), "Er is iets met het geld vastgelegd"),
    "aflossing_teruggedraaid": (_vast("Aflossing teruggedraaid"), "Er is iets met het geld vastgelegd"),
    "kwijtschelding_gevraagd": (_vast("Kwijtschelding gevraagd"), "Er is iets met het geld vastgelegd"),
    "kwijtschelding_beslist": (_kwijtschelding, "Er is iets met het geld vastgelegd"),
    "lening_aangepast": (_vast("Besloten hoe de lening verdergaat"), "Er is iets met het geld vastgelegd"),
    "overleg_gepland": (_overleg("{} gepland"), "Overleg gepland"),
    "overleg_verzet": (_verzet, "Overleg verzet"),
    "overleg_van_agenda": (_overleg("{} van de agenda gehaald"), "Overleg van de agenda gehaald"),
    "genodigde_gevraagd": (_overleg("Iemand erbij gevraagd voor {}"), "Iemand erbij gevraagd voor een overleg"),
    "genodigde_afgemeld": (_overleg("Iemand komt toch niet bij {}"), "Iemand komt toch niet bij een overleg"),
    "stukken_verzonden": (_overleg("Stukken verstuurd voor {}"), "Stukken verstuurd"),
    "vraag_gesteld": (_vast("Vraag gesteld"), "Vraag gesteld"),
    "vraag_beantwoord": (_vast("Vraag beantwoord"), "Vraag beantwoord"),
    "overleg_gehouden": (_overleg("{} gehouden"), "Overleg gehouden"),
    "uitkomst_verbeterd": (_overleg("Uitkomst van {} verbeterd"), "Uitkomst van een overleg verbeterd"),
    "verslag_verzonden": (_overleg("Verslag van {} verstuurd"), "Verslag verstuurd"),
    "signaal_gelegd": (_signaal, "Signaal in het dossier gelegd"),
    "signaal_uit_dossier": (
        _vast("Signaal uit het dossier gehaald: het hoort hier niet"),
        "Signaal uit het dossier gehaald",
    ),
    "plan_vastgesteld": (_planversie, "Plan vastgesteld"),
    "plan_beoordeeld": (_mening, "Iemand zei wat hij van het plan vindt"),
    "knelpunt_vastgelegd": (_knelpunt, "Knelpunt opgeschreven"),
    "knelpunt_gewijzigd": (_knelpunt, "Knelpunt bijgewerkt"),
    "doel_gesteld": (_vast("Doel opgeschreven"), "Doel opgeschreven"),
    "doel_gewijzigd": (_vast("Doel bijgewerkt"), "Doel bijgewerkt"),
    "actie_afgesproken": (_vast("Actie afgesproken"), "Actie afgesproken"),
    "actie_gewijzigd": (_vast("Actie gewijzigd"), "Actie gewijzigd"),
    "actie_heropend": (_vast("Actie heropend"), "Actie heropend"),
    "actie_vervallen": (_vast("Actie vervallen"), "Actie vervallen"),
    "actie_afgerond": (_vast("Actie afgerond"), "Actie afgerond"),
    "deelname_vastgelegd": (_deelname, "Opgeschreven wie meedoet"),
    "deelname_gewijzigd": (_deelname, "Opgeschreven wie meedoet"),
    "voorziening_toegevoegd": (_vast("Voorziening in het plan gezet"), "Voorziening in het plan gezet"),
    "voorziening_gewijzigd": (_vast("Voorziening bijgewerkt"), "Voorziening bijgewerkt"),
    "voorziening_beeindigd": (_vast("Voorziening beëindigd"), "Voorziening beëindigd"),
    "afspraak_gemaakt": (_vast("Afspraak gemaakt"), "Afspraak gemaakt"),
    "afspraak_gewijzigd": (_vast("Afspraak gewijzigd"), "Afspraak gewijzigd"),
    "afspraak_heropend": (_vast("Afspraak heropend"), "Afspraak heropend"),
    "afspraak_vervallen": (_vast("Afspraak vervallen"), "Afspraak vervallen"),
    "afspraak_afgerond": (_vast("Afspraak afgerond"), "Afspraak afgerond"),
    "besluit_afgesproken": (_vast("Afgesproken wie beslist"), "Afgesproken wie beslist"),
    "overdracht_voorgesteld": (_vast("Overdracht van de regie voorgesteld"), "Overdracht voorgesteld"),
    "overdracht_aanvaard": (_vast("Regie overgenomen"), "Regie overgenomen"),
    "in_reflectie_besproken": (_vast("Besproken in een reflectiesessie"), "Besproken in een reflectiesessie"),
    "cluster_gegeven": (_vast("Cluster gekozen, om van te leren"), "Cluster gekozen, om van te leren"),
    "persoon_toegevoegd": (_vast("Persoon toegevoegd"), "Persoon toegevoegd"),
    "persoon_gewijzigd": (_vast("Gegevens van een persoon bijgewerkt"), "Gegevens bijgewerkt"),
    "bsn_vastgelegd": (_vast("BSN van iemand vastgelegd"), "Gegevens bijgewerkt"),
    "bsn_gewist": (_vast("BSN van iemand gewist"), "Gegevens bijgewerkt"),
    "samenvoeging_voorgesteld": (_vast("Voorgesteld om samen te voegen"), "Voorgesteld om samen te voegen"),
    "samenvoeging_afgewezen": (_vast("Niet samengevoegd"), "Niet samengevoegd"),
    "samengevoegd": (_samengevoegd, "Samengevoegd"),
    "samenvoeging_ongedaan": (_vast("Samenvoegen ongedaan gemaakt"), "Samenvoegen ongedaan gemaakt"),
    "kind_geboren": (_vast("Een kind is geboren"), "Gegevens bijgewerkt"),
    "lid_toegevoegd": (_vast("Iemand uit een ander huishouden hoort hier ook bij"), "Persoon toegevoegd"),
    "lid_vertrokken": (_vast("Iemand hoort niet meer bij het huishouden"), "Iemand hoort er niet meer bij"),
    "relatie_vastgelegd": (_vast("Relatie tussen mensen vastgelegd"), "Relatie vastgelegd"),
    "relatie_gewijzigd": (_vast("Relatie tussen mensen bijgewerkt"), "Relatie bijgewerkt"),
    "vertegenwoordiger_vastgelegd": (
        _vast("Bewindvoerder, mentor of curator vastgelegd"),
        "Vertegenwoordiger vastgelegd",
    ),
    "vertegenwoordiger_gewijzigd": (
        _vast("Bewindvoerder, mentor of curator bijgewerkt"),
        "Vertegenwoordiger bijgewerkt",
    ),
    "grondslag_vastgelegd": (_vast("Grondslag om te delen vastgelegd"), "Grondslag vastgelegd"),
    "grondslag_beeindigd": (_vast("Delen gestopt"), "Delen gestopt"),
    "stuk_verstrekt": (_vast("Stuk gegeven aan iemand buiten de gemeente"), "Stuk verstrekt"),
    "helper_toegevoegd": (_vast("Iemand helpt mee"), "Iemand helpt mee"),
    "helper_beeindigd": (_vast("Iemand helpt niet meer mee"), "Iemand helpt niet meer mee"),
    "reactie_gegeven": (_reactie, "Er is gereageerd"),
    "reactie_besproken": (_vast("Reactie besproken"), "Reactie besproken"),
    "netwerklid_toegevoegd": (_vast("Iemand in het netwerk gezet"), "Netwerk aangevuld"),
    "netwerklid_gewijzigd": (_vast("Netwerk bijgewerkt"), "Netwerk bijgewerkt"),
    "hulp_toegevoegd": (_vast("Hulp opgeschreven"), "Hulp opgeschreven"),
    "hulp_gewijzigd": (_vast("Hulp bijgewerkt"), "Hulp bijgewerkt"),
    "hulp_gestopt": (_vast("Hulp gestopt"), "Hulp gestopt"),
    "loketzaak_begonnen": (_loketzaak("{} opgeschreven"), "Zaak bij een loket opgeschreven"),
    "loketzaak_gewijzigd": (_loketzaak("{} bijgewerkt"), "Zaak bij een loket bijgewerkt"),
    "wettermijn_gewijzigd": (_wettermijn, "Wettelijke termijn aangepast"),
    "in_gebreke_gesteld": (_vast("Instelling in gebreke gesteld"), "Zaak bij een loket bijgewerkt"),
    "loketzaak_besloten": (_besloten, "Er is besloten op een zaak bij een loket"),
    "item_ingetrokken": (_vast("Ingetrokken wat niet klopte"), "Iets ingetrokken"),
    "item_teruggezet": (_vast("Teruggezet wat was ingetrokken"), "Iets teruggezet"),
    "woorden_gewist": (_vast("Woorden gewist op verzoek"), "Woorden gewist"),
}
