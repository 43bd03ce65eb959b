"""What stands around the household: its network, help, and what was asked at a counter."""

from datetime import timedelta
from uuid import UUID

from fabriek import VANDAAG
from personas.toneel import Toneel
from samenspel.hulp.services import Hulpgegevens, Zaakgegevens
from samenspel.netwerk.services import Band
from samenspel.regie.hulpen import besluit_loketzaak, schort_op, voeg_hulp_toe, voeg_loketzaak_toe
from samenspel.regie.intrekken import trek_in
from samenspel.regie.netwerken import voeg_netwerklid_toe

__all__ = ["hulp", "netwerk"]


def netwerk(t: Toneel) -> dict[str, UUID]:
    """Somebody around each of the parents, and one who was withdrawn."""
    leden = {}
    for wie, groep in (("moeder", "moeder"), ("vader", "vader"), ("moeder", "ingetrokken")):
        sleutels = ("naam", "rol", "telefoon", "organisatie", "wet", "andere_wet", "beslisruimte", "reden")
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


def hulp(t: Toneel) -> dict[str, UUID]:
    """Help of each of the parents, which for the father stopped, and what each asked at a counter."""
    dingen: dict[str, UUID] = {}
    for wie, status in (("moeder", "loopt"), ("vader", "gestopt")):
        groep, betreft = f"hulp {wie}", [t.personen[wie]]
        sleutels = ("wat", "aanbieder", "wet", "andere_wet", "werkte", "werkte_niet", "waarom", "eigen_woorden")
        rij = voeg_hulp_toe(
            casus=t.casus,
            gegevens=Hulpgegevens(status=status),
            woorden={s: t.plant(groep, s.capitalize()) for s in sleutels},
            betreft=betreft,
            account=t.regisseur,
            nu=t.nu(),
        )
        groep = f"loketzaak {wie}"
        zaak = voeg_loketzaak_toe(
            casus=t.casus,
            gegevens=Zaakgegevens(soort="aanvraag", wet="", ingediend_op=VANDAAG - timedelta(days=90)),
            woorden={s: t.plant(groep, s.capitalize()) for s in ("waarover", "instelling", "andere_wet")},
            betreft=betreft,
            account=t.regisseur,
            nu=t.nu(),
        )
        dingen |= {f"hulp_{wie}": rij.pk, f"zaak_{wie}": zaak.pk}
        if wie == "vader":
            wie_schrijft = t.regisseur
            reden, tekst = t.plant(groep, "Nog een papier."), t.plant(groep, "Nee.")
            schort_op(zaak=zaak, van=VANDAAG, reden=reden, account=wie_schrijft, versie=1, nu=t.nu())
            besluit_loketzaak(
                zaak=zaak, uitkomst="afgewezen", op=VANDAAG, tekst=tekst, account=wie_schrijft, versie=2, nu=t.nu()
            )
    return dingen
