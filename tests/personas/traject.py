"""What the traject needs beside its story: money that was asked, and questions before a meeting."""

from uuid import UUID

from personas.toneel import Toneel
from personas.verhaal import budget_van
from samenspel.budget.models import LEENAFSPRAAK, Aanvraag
from samenspel.kern.stand.handelingen import BeoordeelAanvraag, DoeAanvraag
from samenspel.kern.werkwijze.model import Vorm
from samenspel.overleg.models import Agendapunt
from samenspel.overleg.selectors import genodigden
from samenspel.regie.bonnen import voeg_bon_toe
from samenspel.regie.genodigden import vraag_erbij
from samenspel.regie.vragen import beantwoord_vraag, stel_vraag

__all__ = ["geld", "vragen"]


def geld(t: Toneel) -> dict[str, UUID]:
    """Two applications: one waits for a second voice, one was agreed and has a receipt. The story made a loan."""
    dingen, budget = {}, budget_van(t.route)
    for sleutel, beoordelaars in (
        ("aanvraag_akkoord", ("koploper", "tweede_beoordelaar")),
        ("aanvraag", ("koploper",)),
    ):
        id = UUID(int=int(t.casus.pk) ^ len(sleutel))
        waarvoor = {"waarvoor": t.plant("geld", "Een bed")}
        t.doe(DoeAanvraag(str(id), budget.budget, budget.vormen[0].value, 10_000), waarvoor)
        for wie in beoordelaars:
            reden = {"reden": t.plant("geld", "Goed besteed.")}
            t.doe(BeoordeelAanvraag(str(id), True), reden, door=wie)
        dingen[sleutel] = id
    voeg_bon_toe(
        aanvraag=Aanvraag.objects.get(pk=dingen["aanvraag_akkoord"]),
        naam=f"{t.merken.woord(t.voor + 'geld')}.pdf",
        inhoud=b"%PDF-1.4 " + t.merken.woord(t.voor + "geld").encode(),
        account=t.regisseur,
        nu=t.nu(),
    )
    lening = Aanvraag.objects.get(traject=t.traject, vorm=Vorm.LENING.value, betaald_op__isnull=False)
    voeg_bon_toe(
        aanvraag=lening,
        naam=f"{t.merken.woord(t.voor + 'geld')}.pdf",
        inhoud=b"%PDF-1.4 " + t.merken.woord(t.voor + "geld").encode(),
        account=t.regisseur,
        nu=t.nu(),
        soort=LEENAFSPRAAK,
    )
    return {**dingen, "lening": lening.pk}


def vragen(t: Toneel) -> dict[str, UUID]:
    """Two questions of a member about the papers; one is answered."""
    punten = Agendapunt.objects.filter(traject=t.traject).order_by("op")
    eerste, tweede = punten[0], punten[1]
    for _ in range(2):
        vraag = t.plant("vraag vooraf", "Sinds wanneer?")
        stel_vraag(punt=tweede, vraag=vraag, account=t.mensen["lid"], nu=t.nu())
    open_vraag, beantwoord = tweede.vraag_set.order_by("pk")
    beantwoord_vraag(
        vraag=beantwoord,
        antwoord=t.plant("vraag vooraf", "Sinds mei."),
        account=t.regisseur,
        versie=beantwoord.item.versie,
        nu=t.nu(),
    )
    waarom = t.plant("overleg", "Kent de wet.")
    vraag_erbij(punt=tweede, wie=t.mensen["lid"], waarom=waarom, account=t.regisseur, nu=t.nu())
    genodigde = genodigden(tweede).get()
    return {"agendapunt": tweede.pk, "verslag": eerste.pk, "vraag": open_vraag.pk, "genodigde": genodigde.pk}
