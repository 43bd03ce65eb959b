"""feiten(rows): what is known of a traject, read from the tables. A test holds it equal to fold(history)."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Max
from django.utils.timezone import localdate

from samenspel.budget.models import Aanvraag
from samenspel.casus.models import (
    Contact,
    EigenWoorden,
    Gebeurtenis,
    Leefgebiedgesprek,
    Logboekregel,
    Traject,
    Trajectstap,
)
from samenspel.doorbraak.models import Controleantwoord
from samenspel.kern.stand import Route, fold
from samenspel.kern.stand.contacten import Contactstand, Gesprekspartner, feiten_van_contacten
from samenspel.kern.stand.handelingen import Gebeurtenis as Kerngebeurtenis
from samenspel.kern.stand.route import overleggen_in
from samenspel.kern.stand.vouwen import (
    feiten_van_aanvragen,
    feiten_van_afspraken,
    feiten_van_terugval,
    formulierfeit,
    pad_na,
)
from samenspel.kern.werkwijze.basis import Basisfase
from samenspel.kern.werkwijze.catalogus import BESPROKEN, CLUSTER, INGEVULD_OP, TOEGELICHT
from samenspel.kern.werkwijze.model import Voor
from samenspel.leren.models import Besproken
from samenspel.overleg.models import Verslag
from samenspel.plan.models import Actie
from samenspel.regie.trajectrijen import Trajectrijen

Feiten = dict[str, object]


def lees_feiten(traject: Traject, route: Route, rijen: Trajectrijen | None = None) -> Feiten:
    """The facts of a traject as the tables have them; `rijen`: where these were read for this look already."""
    rijen = rijen if rijen is not None else Trajectrijen(traject)
    stappen = rijen.stappen
    acties = list(Actie.objects.filter(traject=traject).select_related("item").order_by("item__gemaakt_op"))
    gesprekken = _gesprekken(rijen)
    return {
        **_plek(traject, stappen, route),
        **_persoon(traject, route),
        **_antwoorden(rijen, route),
        **gesprekken,
        **overlegfeiten(rijen, route),
        **_leren(traject, len(stappen)),
        **feiten_van_aanvragen(rijen.aanvragen),
        **feiten_van_afspraken({str(a.pk): _open_tot(a) for a in acties if a.item.ingetrokken_op is None}),
        **{f"rol.{rij.rol}.bezet": True for rij in rijen.rollen},
        **_gebeurd(rijen, acties, gesprekken),
    }


def feiten_uit_historie(traject: Traject, route: Route) -> Feiten:
    """The same facts from the history alone."""
    rijen = Gebeurtenis.objects.filter(casus_id=traject.casus_id).order_by("volgnummer")
    van_dit = (r for r in rijen if r.traject_id in (None, traject.pk))
    return fold((kerngebeurtenis(r) for r in van_dit), route)


def kerngebeurtenis(rij: Gebeurtenis) -> Kerngebeurtenis:
    """A stored line as kern knows it."""
    return Kerngebeurtenis(rij.soort, localdate(rij.gebeurd_op), rij.gegevens)


def pad_van(stappen: Iterable[Trajectstap], route: Route) -> tuple[str, ...]:
    """The places where a traject was, by these stappen in order, up to where it is."""
    pad: tuple[str, ...] = (route.eerste_fase,)
    for stap in stappen:
        pad = pad_na(pad, stap.stap, stap.naar)
    return pad


def _plek(traject: Traject, stappen: list[Trajectstap], route: Route) -> Feiten:
    pad = pad_van(stappen, route)
    feiten: Feiten = {
        "traject.fase": traject.fase,
        "traject.sinds": traject.sinds.toordinal(),
        "traject.pad": pad,
    }
    if len(pad) > 1 and pad[-1] not in {b.value for b in Basisfase}:
        feiten["traject.vorige"] = pad[-2]
    if traject.overgeslagen:
        feiten["traject.overgeslagen"] = tuple(traject.overgeslagen)
    if traject.cluster:
        feiten[CLUSTER] = traject.cluster
    if traject.waakvlam_op is not None:
        feiten["waakvlam.op"] = traject.waakvlam_op.toordinal()
    return feiten


def _persoon(traject: Traject, route: Route) -> Feiten:
    if route.werkwijze.voor is not Voor.PERSOON:
        return {}
    persoon = traject.betreft.first()
    geboren = persoon.geboortedatum if persoon is not None else None
    return {"persoon.geboortedatum": geboren.toordinal()} if geboren is not None else {}


def _antwoorden(rijen: Trajectrijen, route: Route) -> Feiten:
    feiten: Feiten = {}
    for rij in rijen.antwoorden:
        for veld, waarde in rij.waarden.items():
            pad = f"formulier.{rij.formulier}.{veld}"
            feit = formulierfeit(waarde, route.catalogus[pad].soort)
            if feit is not None:
                feiten[pad] = feit
        feiten[f"formulier.{rij.formulier}.{INGEVULD_OP}"] = rij.ingevuld_op.toordinal()
    for antwoord in Controleantwoord.objects.filter(traject=rijen.traject):
        feiten[f"controlevraag.{antwoord.controlevraag}"] = antwoord.antwoord
        if antwoord.toegelicht:
            feiten[f"controlevraag.{antwoord.controlevraag}.{TOEGELICHT}"] = True
    return feiten


def _gesprekken(rijen: Trajectrijen) -> Feiten:
    traject, stappen = rijen.traject, len(rijen.stappen)
    staat = Contact.objects.filter(traject=traject, item__ingetrokken_op__isnull=True)
    contacten = staat.order_by("item__gemaakt_op")
    feiten = feiten_van_contacten(_contactstand(c, stappen) for c in contacten)
    woorden = EigenWoorden.objects.filter(item__casus_id=traject.casus_id)
    feiten |= {f"eigen_woorden.{deel}": True for rij in woorden for deel in rij.delen}
    besproken = Leefgebiedgesprek.objects.filter(item__casus_id=traject.casus_id).values_list("leefgebied", flat=True)
    if aantal := len(set(besproken)):
        feiten["leefgebieden.besproken"] = aantal
    for overdracht in rijen.overdrachten:
        if overdracht.aanvaard_op is None and overdracht.ingetrokken_op is None:
            feiten["overdracht.aan"] = str(overdracht.aan_id)
    aanvaard = [o.aanvaard_op for o in rijen.overdrachten if o.aanvaard_op is not None]
    if aanvaard:
        feiten["regie.aanvaard_op"] = localdate(max(aanvaard)).toordinal()
    return feiten


def _contactstand(contact: Contact, stappen: int) -> Contactstand:
    terug = contact.terugbellen_op
    return Contactstand(
        Gesprekspartner(contact.partner),
        contact.uitkomst,
        localdate(contact.op).toordinal(),
        terug.toordinal() if terug is not None else None,
        hier=contact.na_stap == stappen,
    )


def overlegfeiten(rijen: Trajectrijen, route: Route) -> Feiten:
    """Of these facts those of the meetings of this stay: when each was planned, prepared, held and reported."""
    feiten: Feiten = {}
    for punt in rijen.op_de_agenda:
        code = punt.tafel.overleg
        if punt.na_stap < _laatste_aankomst(code, rijen.stappen, route):
            continue
        momenten = {"gepland_op": punt.op, "stukken_op": punt.stukken_op}
        if punt.gehouden_op is not None:
            momenten |= {"gehouden_op": punt.gehouden_op, "verslag_op": punt.verslag_op}
            feiten[f"overleg.{code}.uitkomst"] = punt.uitkomst
        for feit, moment in momenten.items():
            feiten.pop(f"overleg.{code}.{feit}", None)
            if moment is not None:
                feiten[f"overleg.{code}.{feit}"] = localdate(moment).toordinal()
    return feiten | feiten_van_terugval(feiten, route.werkwijze)


def _leren(traject: Traject, stappen: int) -> Feiten:
    hier = Besproken.objects.filter(traject=traject, na_stap=stappen).aggregate(op=Max("op"))["op"]
    return {BESPROKEN: hier.toordinal()} if hier is not None else {}


def _laatste_aankomst(overleg: str, stappen: list[Trajectstap], route: Route) -> int:
    aankomsten = [s.volgnummer for s in stappen if overleg in overleggen_in(s.naar, route.werkwijze)]
    return max(aankomsten, default=0)


def _open_tot(actie: Actie) -> int | None:
    return actie.voor.toordinal() if actie.gedaan_op is None and actie.voor is not None else None


def _gebeurd(rijen: Trajectrijen, acties: list[Actie], gesprekken: Feiten) -> Feiten:
    traject, gehouden = rijen.traject, [p.gehouden_op for p in rijen.agendapunten if p.gehouden_op is not None]
    verslagen = Verslag.objects.filter(agendapunt__traject=traject)
    verslag = verslagen.aggregate(op=Max("gemaakt_op"))["op"] if gehouden else None
    staat = Logboekregel.objects.filter(traject=traject, item__ingetrokken_op__isnull=True)
    aanvragen = Aanvraag.objects.filter(traject=traject)
    betaald = aanvragen.aggregate(gedaan=Max("gedaan_op"), betaald=Max("betaald_op")) if rijen.aanvragen else {}
    laatste: dict[str, date | None] = {
        "logboek_geschreven": staat.aggregate(op=Max("op"))["op"],
        "traject_gestart": traject.gestart_op,
        "stap_gezet": max((s.op for s in rijen.stappen), default=None),
        "overleg_gehouden": localdate(max(gehouden)) if gehouden else None,
        "verslag_verzonden": localdate(verslag) if verslag is not None else None,
        "aanvraag_gedaan": betaald.get("gedaan"),
        "aanvraag_betaald": betaald.get("betaald"),
    }
    bekend = {f"gebeurd.{soort}": op.toordinal() for soort, op in laatste.items() if op is not None}
    bekend |= {feit: op for feit, op in gesprekken.items() if feit.startswith("gebeurd.") and isinstance(op, int)}
    return {**bekend, "gebeurd.activiteit": max([*bekend.values(), *_dagen(acties)])}


def _dagen(acties: Iterable[Actie]) -> Iterable[int]:
    for actie in acties:
        yield localdate(actie.item.gemaakt_op).toordinal()
        if actie.gedaan_op is not None:
            yield actie.gedaan_op.toordinal()
