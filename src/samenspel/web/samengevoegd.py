"""Both sides of what is there twice, each as far as this person may see it, and what a dossier shows of it."""

from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localdate

from samenspel.casus.models import Casus, Samenvoeging, Traject
from samenspel.delen.models import Item
from samenspel.huishouden.models import Lidmaatschap, Persoon
from samenspel.huishouden.selectors import leden_op, vind_persoon
from samenspel.kern.delen import Zicht
from samenspel.web.blik import Blik
from samenspel.web.geschiedenis import geschiedenis, samengevat
from samenspel.web.personenpagina import leeftijd
from samenspel.web.planregels import doelen, losse_acties
from samenspel.web.tekst import dag_vol

__all__ = ["dubbelganger", "kant", "persoonskant", "samenvoegingen"]


GESCHIEDENIS_KORT = 5


def kant(blik: Blik, casus: Casus) -> dict[str, Any]:
    """One dossier: who and what is in it for its regisseur, for others with whom to make contact."""
    kop = {"titel": f"Casusnummer {casus.nummer}", "regisseur": casus.regisseur, "url": "", "regels": []}
    if casus.regisseur_id != blik.account.pk:
        return kop
    lopend = Traject.objects.filter(casus=casus, open=True).values_list("naam", flat=True)
    regels = [
        casus.huishouden.naam + (f", {casus.huishouden.wijk.naam}" if casus.huishouden.wijk else ""),
        ", ".join(_met_leeftijd(blik, p) for p in leden_op(casus.huishouden, blik.dag)),
        f"Begonnen op {dag_vol(localdate(casus.geopend_op))}",
        f"Lopende trajecten: {', '.join(lopend) or 'geen'}",
        f"{Item.objects.filter(casus=casus).count()} keer iets vastgelegd",
    ]
    return {**kop, "url": reverse("casus", args=[casus.pk]), "regels": [r for r in regels if r]}


def persoonskant(blik: Blik, persoon: Persoon, casus: Casus, titel: str) -> dict[str, Any]:
    """One person: what is known of them for the regisseur of their dossier, for others only the name."""
    kop = {"titel": f"{titel}: {persoon.naam}", "regisseur": casus.regisseur, "url": "", "regels": []}
    if casus.regisseur_id != blik.account.pk:
        return kop
    zicht = blik.personen.get(persoon.pk)
    adres = persoon.adres if zicht is not None and zicht.adres is Zicht.GEHEEL else ""
    regels = [
        f"Geboren op {dag_vol(persoon.geboortedatum)}" if persoon.geboortedatum else leeftijd(persoon, blik.dag),
        persoon.taal,
        adres,
        f"Casusnummer {casus.nummer}",
        f"{Item.objects.filter(betreft=persoon).count()} keer iets vastgelegd",
    ]
    return {**kop, "regels": [r for r in regels if r]}


def dubbelganger(blik: Blik, lid: Persoon) -> list[tuple[Persoon, Casus]]:
    """With whom somebody may be there twice: namesakes of the same day anywhere, then others of this household."""
    hier = [(p, blik.casus) for p in blik.leden if p.pk != lid.pk]
    if lid.geboortedatum is None:
        return hier
    gelijk = vind_persoon(
        gemeente=blik.casus.gemeente,
        voornaam=lid.voornaam,
        achternaam=lid.achternaam,
        geboortedatum=lid.geboortedatum,
    )
    bekend = {lid.pk, *(p.pk for p, _ in hier)}
    elders = []
    for persoon in gelijk:
        bij = Lidmaatschap.objects.filter(persoon=persoon, tot__isnull=True).values("huishouden")
        casus = Casus.objects.filter(huishouden__in=bij).select_related("regisseur__team").order_by("nummer").first()
        if casus is not None and persoon.pk not in bekend:
            elders.append((persoon, casus))
    namen = {p.pk for p in gelijk}
    return [*elders, *sorted(hier, key=lambda paar: paar[0].pk not in namen)]


def samenvoegingen(blik: Blik) -> list[dict[str, Any]]:
    """What the page of a casus tells of merges: proposals that wait, and the other dossier of the same household."""
    if not blik.regie:
        return []
    rijen = Samenvoeging.objects.filter(
        Q(blijft=blik.casus) | Q(gaat=blik.casus), ongedaan_op__isnull=True, afgewezen_op__isnull=True
    ).select_related("blijft__regisseur", "gaat__regisseur", "voorgesteld_door", "persoon_blijft")
    regels = []
    for rij in rijen.order_by("voorgesteld_op"):
        if rij.persoon_blijft_id is not None and rij.aanvaard_op is not None:
            continue
        ander = rij.gaat if rij.blijft_id == blik.casus.pk else rij.blijft
        eigen = ander.regisseur_id == blik.account.pk
        trajecten = Traject.objects.filter(casus=ander, open=True) if eigen and rij.aanvaard_op else ()
        regels.append(
            {
                "url": reverse("samenvoeging", args=[rij.pk]),
                "klaar": rij.aanvaard_op is not None,
                "wacht_op_mij": rij.aanvaard_op is None and rij.voorgesteld_door_id != blik.account.pk,
                "voorop": rij.blijft_id == blik.casus.pk,
                "ander": ander,
                "dossier": reverse("casus", args=[ander.pk]) if eigen else "",
                "persoon": rij.persoon_blijft_id is not None,
                "trajecten": [t.naam for t in trajecten],
                "inhoud": _inhoud(blik, ander) if eigen and rij.aanvaard_op else {},
                "dubbel": _dubbel(blik) if rij.aanvaard_op else [],
            }
        )
    return regels


def _inhoud(blik: Blik, ander: Casus) -> dict[str, Any]:
    """Plan and history of the other dossier, read along with this one."""
    daar = Blik.van(blik.account, ander, blik.nu)
    inhoud = {
        "doelen": doelen(daar),
        "losse_acties": losse_acties(daar),
        "geschiedenis": samengevat(geschiedenis(daar), GESCHIEDENIS_KORT),
    }
    daar.noteer("casus", [ander.pk])
    return inhoud


def _dubbel(blik: Blik) -> list[dict[str, str]]:
    """Who now stands twice in the household: the same name and birth date."""
    eerder: dict[tuple[str, object], Persoon] = {}
    gevonden = []
    for p in blik.leden:
        wie = eerder.setdefault((p.naam, p.geboortedatum), p)
        if wie.pk != p.pk:
            gevonden.append({"naam": p.naam, "url": reverse("persoon_dubbel", args=[blik.casus.pk, p.pk])})
    return gevonden


def _met_leeftijd(blik: Blik, persoon: Persoon) -> str:
    jaren = leeftijd(persoon, blik.dag)
    return f"{persoon.naam} ({jaren})" if jaren else persoon.naam
