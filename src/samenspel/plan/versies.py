"""Versions of the plan: what one holds, and storing one."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from samenspel.casus.models import Casus
from samenspel.kern.plan import DEELNAME, Planregel, volgende
from samenspel.organisatie.models import Account
from samenspel.plan.models import Actie, Deelname, Doel, Planversie, Voorziening

__all__ = ["laatste_versie", "maak_versie", "regel_van_deelname", "regels_nu", "regels_van"]


def regels_nu(casus: Casus) -> tuple[Planregel, ...]:
    """The plan as it stands: everything since the last plan was finished, and what was open then."""
    doelen = Doel.objects.filter(item__casus=casus, item__ingetrokken_op__isnull=True)
    acties = Actie.objects.filter(item__casus=casus, item__ingetrokken_op__isnull=True)
    voorzieningen = Voorziening.objects.filter(item__casus=casus, item__ingetrokken_op__isnull=True)
    deelnames = Deelname.objects.filter(item__casus=casus, item__ingetrokken_op__isnull=True)
    alles = [
        *(
            Planregel("doel", str(d.pk), d.item.versie, d.status)
            for d in doelen.select_related("item").order_by("volgorde", "pk")
        ),
        *(_van_actie(a) for a in acties.select_related("item").order_by("item__gemaakt_op", "pk")),
        *(
            _van_voorziening(v)
            for v in voorzieningen.select_related("item")
            .prefetch_related("item__betreft")
            .order_by("item__gemaakt_op", "pk")
        ),
        *(regel_van_deelname(d) for d in deelnames.select_related("item").order_by("item__gemaakt_op", "pk")),
    ]
    afgerond = Planversie.objects.filter(casus=casus, afgerond=True).order_by("nummer").last()
    return volgende(alles, regels_van(afgerond) if afgerond is not None else ())


def _van_actie(actie: Actie) -> Planregel:
    wie = ""
    if actie.account_id is not None:
        wie = f"account:{actie.account_id}"
    elif actie.persoon_id is not None:
        wie = f"persoon:{actie.persoon_id}"
    elif actie.netwerklid_id is not None:
        wie = f"netwerk:{actie.netwerklid_id}"
    return Planregel(
        "actie",
        str(actie.pk),
        actie.item.versie,
        "gedaan" if actie.gedaan_op is not None else "open",
        actie.voor.isoformat() if actie.voor is not None else "",
        wie,
        str(actie.doel_id or ""),
    )


def _van_voorziening(voorziening: Voorziening) -> Planregel:
    meer = {
        "toegang": voorziening.toegang,
        "wet": voorziening.wet,
        "kosten": str(voorziening.kosten) if voorziening.kosten is not None else "",
        "per": voorziening.per,
        "van": voorziening.van.isoformat() if voorziening.van is not None else "",
        "tot": voorziening.tot.isoformat() if voorziening.tot is not None else "",
        "beeindigd_op": voorziening.beeindigd_op.isoformat() if voorziening.beeindigd_op is not None else "",
        "betreft": " ".join(sorted(str(p.pk) for p in voorziening.item.betreft.all())),
    }
    return Planregel(
        "voorziening",
        str(voorziening.pk),
        voorziening.item.versie,
        "loopt" if voorziening.beeindigd_op is None else "beeindigd",
        wie=f"organisatie:{voorziening.organisatie_id}" if voorziening.organisatie_id is not None else "",
        doel=str(voorziening.doel_id or ""),
        meer=tuple((naam, waarde) for naam, waarde in meer.items() if waarde),
    )


def regel_van_deelname(deelname: Deelname) -> Planregel:
    """As it stands now, also when it was withdrawn."""
    wie = (
        ("persoon", deelname.persoon_id),
        ("netwerk", deelname.netwerklid_id),
        ("organisatie", deelname.organisatie_id),
    )
    return Planregel(
        DEELNAME,
        str(deelname.pk),
        deelname.item.versie,
        deelname.stand,
        wie=next((f"{soort}:{sleutel}" for soort, sleutel in wie if sleutel is not None), ""),
        doel=str(deelname.doel_id),
        meer=(("vanaf", deelname.vanaf.isoformat()),) if deelname.vanaf is not None else (),
    )


def regels_van(versie: Planversie) -> tuple[Planregel, ...]:
    """What a version holds."""
    return tuple(_gelezen(regel) for regel in versie.regels)


def _gelezen(regel: Mapping[str, Any]) -> Planregel:
    return Planregel(**{**regel, "meer": tuple((naam, waarde) for naam, waarde in regel.get("meer", ()))})


def laatste_versie(casus: Casus) -> Planversie | None:
    """The version that was agreed last."""
    return Planversie.objects.filter(casus=casus).order_by("nummer").last()


def maak_versie(*, casus: Casus, regels: Sequence[Planregel], afgerond: bool, account: Account, op: date) -> Planversie:
    """Keep the plan as it stands; hold the casus, so that no two get the same number."""
    vorige = laatste_versie(casus)
    plan = 1 if vorige is None else vorige.plan + vorige.afgerond
    return Planversie.objects.create(
        gemeente_id=casus.gemeente_id,
        casus=casus,
        nummer=vorige.nummer + 1 if vorige is not None else 1,
        plan=plan,
        afgerond=afgerond,
        vastgesteld_op=op,
        vastgesteld_door=account,
        regels=[asdict(regel) for regel in regels],
    )
