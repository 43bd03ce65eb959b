"""What is written in the dossier outside the traject: talks, plan, and what resident and helper add themselves."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID, uuid4

from fabriek import NU, VANDAAG
from personas.toneel import Toneel
from samenspel.casus.models import Contact, Logboekregel
from samenspel.delen.models import Item
from samenspel.invoer.services import bewaar_concept
from samenspel.kennis.models import Contactpersoon
from samenspel.kern.afwegen.knelpunt import Knelpuntniveau, Oorzaaksoort
from samenspel.kern.stand.handelingen import LegContactVast, MaakAfspraak, SchrijfLogboek, StelOverdrachtVoor
from samenspel.kern.wet.wetten import WETTEN
from samenspel.netwerk.models import Netwerklid
from samenspel.plan.deelnames import Deelnemer, Deelstand
from samenspel.plan.models import Actie, Doel
from samenspel.plan.voorzieningen import Voorzieninggegevens
from samenspel.regie.begin import leg_leefgebied_vast, leg_woorden_vast
from samenspel.regie.deelnames import leg_deelname_vast
from samenspel.regie.eigen_deel import neem_op_zich
from samenspel.regie.gesprekken import leg_gesprek_vast
from samenspel.regie.intrekken import trek_in
from samenspel.regie.knelpunten import Knelpuntinvoer, leg_knelpunt_vast
from samenspel.regie.logboek import trek_regel_in
from samenspel.regie.mijn_plan import voeg_eigen_actie_toe
from samenspel.regie.opdracht import Verband
from samenspel.regie.plannen import Eigenaar, spreek_af, stel_doel
from samenspel.regie.planversies import geef_mening, stel_plan_vast
from samenspel.regie.reacties import bespreek_reactie, geef_reactie, meld_bij_afspraak
from samenspel.regie.voorzieningen import beeindig_voorziening, voeg_voorziening_toe

__all__ = [
    "concept_en_overdracht",
    "gesprekken",
    "knelpunt",
    "plan",
    "planversie",
    "van_de_helper",
    "van_de_inwoner",
    "van_het_lid",
]


def gesprekken(t: Toneel, bij: Contactpersoon) -> dict[str, UUID]:
    """Own words, life domains, and a call about the father only; also which call of the story is about the mother."""
    regisseur, casus = t.regisseur, t.casus
    for wie in ("vader", "zoon"):
        groep = f"eigen woorden {wie}"
        woorden = _elk(t, groep, {"ik_wil": "Rust.", "ik_kan": "Helpen.", "ik_heb_nodig": "Tijd."})
        leg_woorden_vast(
            casus=casus, persoon=t.personen[wie], woorden=woorden, account=regisseur, versie=None, nu=t.nu()
        )
    leefgebieden = t.route.werkwijze.leefgebieden
    for wie, leefgebied in zip(("moeder", "vader", "dochter"), leefgebieden, strict=False):
        leg_leefgebied_vast(
            casus=casus,
            leefgebied=leefgebied.leefgebied,
            woorden=_elk(t, f"leefgebied {wie}", {"ik_wil": "Rust.", "ik_kan": "Koken.", "ik_heb_nodig": "Hulp."}),
            betreft=[t.personen[wie]],
            account=regisseur,
            nu=t.nu(),
        )
    t.doe(
        LegContactVast("opgelost"),
        {k: t.plant("contact vader", "Gebeld.") for k in ("met", "gezegd", "afgesproken")},
        Verband(contactpersoon=bij),
        (t.personen["vader"],),
    )
    tekst = t.plant("logboek moeder", "Vandaag lukte het.")
    t.doe(SchrijfLogboek("waarneming"), {"tekst": tekst}, Verband(), (t.personen["moeder"],))
    van_moeder = Contact.objects.filter(traject=t.traject, item__betreft=t.personen["moeder"])
    regel = Logboekregel.objects.get(traject=t.traject)
    _regel_ingetrokken(t)
    return {"contact": van_moeder.earliest("op").item_id, "logboekregel": regel.item_id}


def _regel_ingetrokken(t: Toneel) -> None:
    """A line of the logboek that was written by mistake."""
    groep = "logboek ingetrokken"
    t.doe(SchrijfLogboek("tegenslag"), {"tekst": t.plant(groep, "De bus.")}, Verband(), (t.personen["moeder"],))
    fout = Logboekregel.objects.select_related("item__casus", "traject__casus").get(
        traject=t.traject, soort="tegenslag"
    )
    reden = t.plant(groep, "Van een ander huishouden.")
    trek_regel_in(regel=fout, reden=reden, account=t.regisseur, versie=1, nu=t.nu())


def plan(t: Toneel) -> dict[str, UUID]:
    """A goal of each parent, with what somebody does and what is put to use for it."""
    regisseur, casus = t.regisseur, t.casus
    dingen = {}
    for wie, sleutel in (("moeder", "doel"), ("vader", "doel_vader")):
        doel = stel_doel(
            casus=casus,
            tekst=t.plant(f"plan {wie}", "Een vaste plek."),
            betreft=[t.personen[wie]],
            account=regisseur,
            nu=t.nu(),
        )
        dingen[sleutel] = doel.pk
        spreek_af(
            casus=casus,
            traject=t.traject if wie == "moeder" else None,
            doel=doel,
            wat=t.plant(f"plan {wie}", "De verhuurder bellen."),
            eigenaar=Eigenaar(wie=t.plant(f"plan {wie}", "De buurvrouw")),
            voor=VANDAAG + timedelta(days=9),
            betreft=(t.personen[wie],),
            account=regisseur,
            nu=t.nu(),
        )
        dingen[f"voorziening_{wie}"] = _voorziening(t, wie, doel)
        _van_het_netwerk(t, wie, doel)
        dingen[f"deelname_{wie}"] = _deelname(t, wie, doel)
    _ingetrokken(t, doel)
    actie = Item.objects.filter(casus=casus, actie__isnull=False, betreft=t.personen["moeder"])
    dingen["actie"] = actie.latest("gemaakt_op").pk
    return dingen


def _deelname(t: Toneel, wie: str, doel: Doel) -> UUID:
    """Who of the network of a parent, or who else, doesn't take part in their goal."""
    ander = Deelnemer(wie=t.plant(f"plan {wie}", "De kerk"))
    stand = Deelstand(stand="nog_niet", vanaf=VANDAAG, reden=t.plant(f"plan {wie}", "Na de verhuizing."))
    leg_deelname_vast(doel=doel, wie=ander, stand=stand, account=t.regisseur, nu=t.nu())
    van = Deelnemer(netwerklid=_lid_van(t, wie))
    niet = Deelstand(stand="doet_niet_mee", reden=t.plant(f"plan {wie}", "Geen tijd."))
    return leg_deelname_vast(doel=doel, wie=van, stand=niet, account=t.regisseur, nu=t.nu()).item_id


def _van_het_netwerk(t: Toneel, wie: str, doel: Doel) -> None:
    """Somebody around a parent does something for their goal."""
    spreek_af(
        casus=t.casus,
        traject=None,
        doel=doel,
        wat=t.plant(f"plan {wie}", "Meegaan naar de dokter."),
        eigenaar=Eigenaar(netwerklid=_lid_van(t, wie)),
        voor=VANDAAG - timedelta(days=2),
        betreft=(t.personen[wie],),
        account=t.regisseur,
        nu=t.nu(),
    )


def _lid_van(t: Toneel, wie: str) -> Netwerklid:
    leden = Netwerklid.objects.filter(item__casus=t.casus, item__betreft=t.personen[wie])
    return leden.exclude(item__ingetrokken_op__isnull=False).select_related("item").get()


def _voorziening(t: Toneel, wie: str, doel: Doel) -> UUID:
    """Put to use for the goal of a parent; for the father it ended."""
    rij = voeg_voorziening_toe(
        casus=t.casus,
        gegevens=Voorzieninggegevens(toegang="maatwerk", wet=list(WETTEN)[1], kosten=4500, per="week", doel=doel),
        woorden=_elk(t, f"plan {wie}", {"wat": "Begeleiding.", "aanbieder": "De buurt.", "andere_wet": "Een regel."}),
        betreft=[t.personen[wie]],
        account=t.regisseur,
        nu=t.nu(),
    )
    if wie == "vader":
        beeindig_voorziening(
            voorziening=rij,
            op=VANDAAG,
            waarom=t.plant("plan vader", "Het is klaar."),
            account=t.regisseur,
            versie=1,
            nu=t.nu(),
        )
    return rij.item_id


def _ingetrokken(t: Toneel, doel: Doel) -> None:
    """What was put into the plan by mistake, for the goal of a parent."""
    groep, regisseur = "plan ingetrokken", t.regisseur
    rij = voeg_voorziening_toe(
        casus=t.casus,
        gegevens=Voorzieninggegevens(toegang="vrij_toegankelijk", doel=doel),
        woorden=_elk(t, groep, {"wat": "Een cursus.", "aanbieder": "De school."}),
        betreft=doel.item.betreft.all(),
        account=regisseur,
        nu=t.nu(),
    )
    stand = Deelstand(stand="nog_niet", reden=t.plant(groep, "Na de cursus."))
    wie = Deelnemer(wie=t.plant(groep, "De school"))
    mee = leg_deelname_vast(doel=doel, wie=wie, stand=stand, account=regisseur, nu=t.nu())
    for item in (rij.item, mee.item):
        reden = t.plant(groep, "Van een ander huishouden.")
        trek_in(item=item, reden=reden, account=regisseur, versie=1, nu=t.nu())


def planversie(t: Toneel) -> None:
    """The plan was agreed, and the mother doesn't agree with it."""
    versie = stel_plan_vast(casus=t.casus, account=t.regisseur, nu=t.nu())
    geef_mening(
        versie=versie,
        persoon=t.personen["moeder"],
        eens=False,
        tekst=t.plant("eigen woorden moeder", "Ik wil eerst slapen."),
        account=t.mensen["moeder"],
        nu=t.nu(),
    )


def van_de_inwoner(t: Toneel, doel: UUID) -> dict[str, UUID]:
    """What the parents add and say in Mijn plan."""
    moeder, vader = t.personen["moeder"], t.personen["vader"]
    actie = voeg_eigen_actie_toe(
        casus=t.casus,
        persoon=moeder,
        wat=t.plant("plan moeder", "Zelf bellen."),
        voor=VANDAAG + timedelta(days=4),
        account=t.mensen["moeder"],
        nu=t.nu(),
    )
    voeg_eigen_actie_toe(
        casus=t.casus,
        persoon=vader,
        wat=t.plant("plan vader", "Meegaan."),
        voor=None,
        account=t.mensen["vader"],
        nu=t.nu(),
    )
    bespreek_reactie(
        reactie=_reactie(t, doel, "Dat is niet mijn woord."),
        op=VANDAAG,
        afspraak=t.plant("eigen woorden moeder", "Wij schrijven het om."),
        account=t.regisseur,
        nu=t.nu(),
    )
    return {"mijn_actie": actie.pk, "reactie": _reactie(t, doel, "Zo wil ik het niet.").pk}


def van_het_lid(t: Toneel) -> UUID:
    """What a member of the table has to do, with what they told about it."""
    lid, groep = t.mensen["lid"], "afspraak van het lid"
    betreft = tuple(t.traject.betreft.all())
    opdracht = MaakAfspraak(str(uuid4()), VANDAAG + timedelta(days=6))
    t.doe(opdracht, {"wat": t.plant(groep, "De regeling uitzoeken."), "wie": ""}, Verband(account=lid), betreft)
    actie = Actie.objects.select_related("item__casus", "item__traject").get(pk=UUID(opdracht.afspraak))
    for tekst in ("Dat haal ik niet.", "Volgende week wel."):
        bericht = meld_bij_afspraak(actie=actie, tekst=t.plant(groep, tekst), account=lid, nu=t.nu())
        if tekst.startswith("Dat"):
            afspraak = t.plant(groep, "Een week later is goed.")
            bespreek_reactie(reactie=bericht, op=VANDAAG, afspraak=afspraak, account=t.regisseur, nu=t.nu())
    return actie.item_id


def _reactie(t: Toneel, item: UUID, tekst: str) -> Item:
    return geef_reactie(
        item=Item.objects.get(pk=item),
        persoon=t.personen["moeder"],
        tekst=t.plant("eigen woorden moeder", tekst),
        account=t.mensen["moeder"],
        nu=t.nu(),
    )


def van_de_helper(t: Toneel) -> UUID:
    """A note of the helper's own, and what they do."""
    helper, moeder = t.mensen["helper"], t.personen["moeder"]
    leg_gesprek_vast(
        casus=t.casus,
        uitkomst="",
        terugbellen_op=None,
        verband=Verband(persoon=moeder),
        woorden=_elk(t, "stuk van de helper", {"met": "Met haar", "gezegd": "Samen naar de bank."}),
        betreft=[moeder],
        account=helper,
        gebeurd_op=NU,
        nu=t.nu(),
    )
    wat = t.plant("actie van de helper", "De post doornemen.")
    actie = neem_op_zich(
        casus=t.casus, wat=wat, voor=VANDAAG + timedelta(days=3), betreft=[moeder], account=helper, nu=t.nu()
    )
    return actie.item_id


def concept_en_overdracht(t: Toneel) -> None:
    """What was half typed, and a successor who was asked."""
    bewaar_concept(
        account=t.regisseur,
        sleutel=f"/casussen/{t.casus.pk}/contact",
        inhoud={"gezegd": [t.plant("concept van de regisseur", "Nog niet af")]},
        nu=t.nu(),
    )
    opvolger = t.mensen["opvolger"]
    t.doe(StelOverdrachtVoor(str(opvolger.pk)), {}, Verband(account=opvolger))


def _elk(t: Toneel, groep: str, teksten: Mapping[str, str]) -> dict[str, str]:
    return {sleutel: t.plant(groep, tekst) for sleutel, tekst in teksten.items()}


def knelpunt(t: Toneel, bij: Contactpersoon) -> dict[str, UUID]:
    """Where the mother is stuck, in the traject."""
    sleutels = ("wat", "oorzaak", "andere_wet", "andere_organisatie", "oplossing")
    invoer = Knelpuntinvoer(
        woorden=_elk(t, "knelpunt", dict.fromkeys(sleutels, "De toeslag staat stil.")),
        niveau=Knelpuntniveau.SYSTEEM,
        oorzaaksoort=Oorzaaksoort.BOTSENDE_REGELS,
        wetten=list(WETTEN)[:1],
        organisaties=[bij.organisatie],
    )
    rij = leg_knelpunt_vast(
        casus=t.casus,
        invoer=invoer,
        betreft=[t.personen["moeder"]],
        traject=t.traject,
        account=t.regisseur,
        nu=t.nu(),
    )
    return {"knelpunt": rij.item_id}
