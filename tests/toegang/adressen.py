"""Every address of the URLconf, with the ids of one household filled in."""

import re
from collections.abc import Iterator
from functools import cache
from uuid import UUID, uuid4

from django.db.models import Q
from django.urls import URLResolver, get_resolver
from django.utils import timezone

from personas import Plek, Wereld
from samenspel.budget.models import Bon
from samenspel.casus.models import Casus, Samenvoeging
from samenspel.delen.models import Grondslag, Helpt, Item
from samenspel.huishouden.models import Relatie, Vertegenwoordiger
from samenspel.kern.stand import Route
from samenspel.kern.werkwijze.basis import Basisstap
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.accounts import maak_inloglink
from samenspel.organisatie.models import Afwezigheid, Rolvervulling, Taakvervulling, Wegwijzersoort
from samenspel.overleg.models import Agendapunt, Tafel
from samenspel.signaal.models import Signaal

__all__ = ["Delen", "namen", "onbestaand", "vul_in"]

Delen = dict[str, object]
"""The parts of one address."""

PUNT = (
    "agendapunt",
    "van_agenda",
    "erbij_vragen",
    "overleg_stukken",
    "vraag_stellen",
    "agendapunt_uitkomst",
    "uitkomst_verbeteren",
    "agendapunt_vergadering",
)
LENING = (
    *("lening", "leenafspraak_pdf", "leenafspraak_scan", "lening_afspreken", "lening_ondertekenen", "lening_aanpassen"),
    *("aflossing_nieuw", "aflossing_terugdraaien", "kwijtschelding_vragen", "kwijtschelding_beslissen"),
)
DING = {
    **dict.fromkeys(PUNT, "agendapunt"),
    "verslag": "agendapunt",
    "verslag_pdf": "verslag",
    "verslag_inwoner": "verslag",
    "verslag_eerder": "verslag",
    "vraag_beantwoorden": "vraag",
    "genodigde_afmelden": "genodigde",
    "aanvraag": "aanvraag",
    "aanvraag_beoordelen": "aanvraag",
    "aanvraag_intrekken": "aanvraag",
    "aanvraag_betalen": "aanvraag_akkoord",
    "bon_toevoegen": "aanvraag_akkoord",
    **dict.fromkeys(LENING, "lening"),
    **dict.fromkeys(("contact", "contact_bijwerken", "contact_intrekken", "contact_kopie"), "contact"),
    "contact_terugzetten": "contact",
    **dict.fromkeys(("logboekregel", "logboekregel_intrekken", "logboekregel_terugzetten"), "logboekregel"),
    "doel": "doel",
    "knelpunt": "knelpunt",
    **dict.fromkeys(("voorziening", "voorziening_beeindigen"), "voorziening_moeder"),
    "deelname_nieuw": "doel",
    "deelname": "deelname_moeder",
    **dict.fromkeys(("actie", "actie_afronden", "actie_wijzigen", "actie_heropenen", "actie_vervalt"), "actie"),
    **dict.fromkeys(("eigen_afspraak", "eigen_afspraak_bericht"), "afspraak_lid"),
    "mijn_actie_gedaan": "mijn_actie",
    "mijn_actie_toch_niet": "mijn_actie",
    "mijn_reactie": "doel",
    "reactie_besproken": "reactie",
    "netwerklid": "netwerklid",
    "item_intrekken": "netwerklid",
    "item_terugzetten": "ingetrokken",
    **dict.fromkeys(("hulp_wijzigen", "hulp_stoppen"), "hulp_moeder"),
    **dict.fromkeys(
        ("loketzaak_wijzigen", "loketzaak_termijn", "loketzaak_besluit", "loketzaak_in_gebreke"), "zaak_moeder"
    ),
}
"""The item that stands for an address in the matrix."""

SOORT = {
    "agendapunt": "agendapunt",
    "verslag": "agendapunt",
    "vraag": "vraag",
    "genodigde": "genodigde",
    "aanvraag": "aanvraag",
    "aanvraag_akkoord": "aanvraag",
    "lening": "aanvraag",
    "contact": "contact",
    "logboekregel": "logboekregel",
    "doel": "doel",
    "knelpunt": "knelpunt",
    "voorziening_moeder": "voorziening",
    "deelname_moeder": "deelname",
    "actie": "actie",
    "mijn_actie": "actie",
    "afspraak_lid": "actie",
    "netwerklid": "netwerklid",
    "ingetrokken": "netwerklid",
    "hulp_moeder": "hulp",
    "zaak_moeder": "loketzaak",
}
"""The row that goes with such an item."""


@cache
def namen() -> dict[str, tuple[str, ...]]:
    """The name of every pattern of the URLconf, with the names of its parts."""
    gevonden = list(_patronen(get_resolver()))
    dubbel = {n for n, _ in gevonden if sum(n == m for m, _ in gevonden) > 1}
    assert not dubbel, f"two patterns share a name: {dubbel}"
    return dict(gevonden)


def _patronen(resolver: URLResolver) -> Iterator[tuple[str, tuple[str, ...]]]:
    for patroon in resolver.url_patterns:
        if isinstance(patroon, URLResolver):
            yield from _patronen(patroon)
        else:
            assert patroon.name, patroon
            yield patroon.name, tuple(re.findall(r"<(?:\w+:)?(\w+)>", str(patroon.pattern)))


def vul_in(naam: str, wereld: Wereld, plaats: str) -> list[Delen]:
    """All sets of parts for this address in this household; the first stands for it in the matrix."""
    delen, plek = namen()[naam], wereld.plekken[plaats]
    if naam == "welkom":
        wie = plek.mensen["collega"]
        return [{"account_id": wie.pk, "token": maak_inloglink(door=None, account=wie, nu=timezone.now())}]
    if "item_id" in delen:
        return _items(naam, plek)
    if "code" in delen:
        return _codes(naam, plek, wereld.route)
    casus, traject = {"casus_id": plek.casus.pk}, {"traject_id": plek.traject.pk}
    vast: dict[tuple[str, ...], list[Delen]] = {
        (): [{}],
        ("casus_id",): [{**casus}],
        ("casus_id", "leefgebied"): [
            {**casus, "leefgebied": g.leefgebied} for g in wereld.route.werkwijze.leefgebieden
        ],
        ("casus_id", "nummer"): [{**casus, "nummer": 1}],
        ("traject_id",): [{**traject}],
        ("casus_id", "persoon_id"): [{**casus, "persoon_id": p.pk} for p in plek.personen.values()],
        ("casus_id", "relatie_id"): [
            {**casus, "relatie_id": r.pk} for r in Relatie.objects.filter(persoon__in=plek.personen.values())
        ],
        ("casus_id", "vertegenwoordiger_id"): [
            {**casus, "vertegenwoordiger_id": v.pk}
            for v in Vertegenwoordiger.objects.filter(persoon__in=plek.personen.values())
        ],
        ("casus_id", "ander_id"): [{**casus, "ander_id": _ander_dossier(plek.casus).pk}],
        ("samenvoeging_id",): [
            {"samenvoeging_id": s.pk} for s in Samenvoeging.objects.filter(Q(blijft=plek.casus) | Q(gaat=plek.casus))
        ],
        ("grondslag_id",): [{"grondslag_id": g.pk} for g in Grondslag.objects.filter(casus=plek.casus)],
        ("helpt_id",): [{"helpt_id": h.pk} for h in Helpt.objects.filter(casus=plek.casus)],
        ("signaal_id",): [{"signaal_id": s} for s in _signalen(plek)[:: -1 if naam == "signaal_uit_dossier" else 1]],
        ("signaal_id", "casus_id"): [{"signaal_id": s, **casus} for s in _signalen(plek)],
        ("contactpersoon_id",): [{"contactpersoon_id": plek.contactpersoon.pk}],
        **_beheer(plek),
        ("organisatie_id",): [{"organisatie_id": plek.contactpersoon.organisatie_id}],
        ("account_id",): [{"account_id": plek.casus.regisseur_id}],
        ("afwezigheid_id",): [
            {"afwezigheid_id": a.pk} for a in Afwezigheid.objects.filter(account=plek.casus.regisseur_id)
        ],
        ("bon_id",): [{"bon_id": b.pk} for b in Bon.objects.filter(aanvraag__traject=plek.traject)],
        ("versie_id",): [{"versie_id": plek.traject.versie_id}],
        ("sessie_id",): [{"sessie_id": plek.dingen["sessie"]}],
        ("les_id",): [{"les_id": plek.dingen["les"]}],
        ("verzoek_id",): [{"verzoek_id": plek.dingen["wisverzoek"]}],
        ("slug",): [{"slug": plek.traject.versie.slug}],
        ("soort",): [{"soort": s.value} for s in Wegwijzersoort],
        ("pad",): [{"pad": f"casussen/{plek.casus.pk}/contact"}],
    }
    return vast[delen]


def _ander_dossier(casus: Casus) -> Casus:
    """Another dossier of the same municipality, or this one where there is none: that isn't found either."""
    return Casus.objects.filter(gemeente=casus.gemeente_id).exclude(pk=casus.pk).order_by("nummer").first() or casus


def _beheer(plek: Plek) -> dict[tuple[str, ...], list[Delen]]:
    """What the functional administrator keeps."""
    gemeente, wie = plek.casus.gemeente, plek.mensen["collega"]
    rol = Rolvervulling.objects.filter(gemeente=gemeente).first()
    taak = Taakvervulling.objects.filter(gemeente=gemeente).first()
    return {
        ("team_id",): [{"team_id": plek.casus.huishouden.team_id}],
        ("wijk_id",): [{"wijk_id": plek.casus.huishouden.wijk_id}],
        ("tafel_id",): [{"tafel_id": t.pk} for t in Tafel.objects.filter(gemeente=gemeente)[:1]],
        ("account_id",): [{"account_id": wie.pk}],
        ("rolvervulling_id",): [{"rolvervulling_id": rol.pk}] if rol is not None else [],
        ("taakvervulling_id",): [{"taakvervulling_id": taak.pk}] if taak is not None else [],
    }


def onbestaand(delen: Delen) -> Delen:
    """The same address with ids of which nothing exists."""
    return {naam: uuid4() if isinstance(deel, UUID) else deel for naam, deel in delen.items()}


def _signalen(plek: Plek) -> list[UUID]:
    """The open one first, then the one that lies in the dossier."""
    eerst = plek.dingen["signaal"]
    return [eerst, *Signaal.objects.filter(casus=plek.casus).values_list("pk", flat=True)]


def _items(naam: str, plek: Plek) -> list[Delen]:
    eerst, items = plek.dingen[DING[naam]], Item.objects.filter(casus=plek.casus)
    if naam == "reactie_besproken":
        return [{"item_id": eerst}]
    if naam == "verslag_eerder":
        return [{"item_id": eerst, "nummer": 1}]
    if naam == "aflossing_terugdraaien":
        return [{"item_id": eerst, "nummer": 2}]
    if naam != "mijn_reactie":
        items = items.filter(**{f"{SOORT[DING[naam]]}__isnull": False})
    return [{"item_id": pk} for pk in (eerst, *items.exclude(pk=eerst).values_list("pk", flat=True))]


def _codes(naam: str, plek: Plek, route: Route) -> list[Delen]:
    """Codes of the definition; the first by what it is, so that any definition will do."""
    w = route.werkwijze
    if naam == "grondslag_nieuw_uit":
        return [{"casus_id": plek.casus.pk, "werkwijze": w.werkwijze, "code": g.grondslag} for g in w.grondslagen]
    if naam == "stap":
        hier = [s.stap for s in w.stappen if plek.traject.fase in s.van and len(s.door) > 1]
        codes = [*hier, *(s.stap for s in w.stappen), *(b.value for b in Basisstap)]
    elif naam == "formulier":
        plan = [f.formulier for f in w.formulieren if f.soort_gegevens is Gegevenssoort.PLAN]
        codes = [*plan, *(f.formulier for f in w.formulieren)]
    elif naam == "controlevraag_toelichten":
        codes = [c for f in w.fasen if f.fase == plek.traject.fase for c in f.controlevragen]
    else:
        assert naam in ("overleg_van_traject", "overleg_plannen", "overleg_format"), naam
        eigen = Agendapunt.objects.get(pk=plek.dingen["agendapunt"]).tafel.overleg
        codes = [eigen, *(o.overleg for o in w.overleggen)]
    return [{"traject_id": plek.traject.pk, "code": code} for code in dict.fromkeys(codes)]
