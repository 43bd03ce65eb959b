"""What stands around the household: its network, with somebody who was written down by mistake."""

from uuid import UUID

from personas.toneel import Toneel
from samenspel.netwerk.services import Band
from samenspel.regie.intrekken import trek_in
from samenspel.regie.netwerken import voeg_netwerklid_toe

__all__ = ["netwerk"]


def netwerk(t: Toneel) -> dict[str, UUID]:
    """Somebody around each of the parents, and one who was withdrawn."""
    leden = {}
    for wie, groep in (("moeder", "moeder"), ("vader", "vader"), ("moeder", "ingetrokken")):
        sleutels = ("naam", "rol", "telefoon", "organisatie", "wet", "beslisruimte", "reden")
        leden[groep] = voeg_netwerklid_toe(
            casus=t.casus,
            band=Band(soort="professional", band="gespannen", meedoen="doet_niet_mee"),
            woorden={s: t.plant(f"netwerk {groep}", s.capitalize()) for s in sleutels},
            betreft=[t.personen[wie]],
            account=t.regisseur,
            nu=t.nu(),
        )
    fout = leden["ingetrokken"].item
    reden = t.plant("netwerk ingetrokken", "Van een ander huishouden.")
    trek_in(item=fout, reden=reden, account=t.regisseur, versie=fout.versie, nu=t.nu())
    return {"netwerklid": leden["moeder"].pk, "ingetrokken": fout.pk}
