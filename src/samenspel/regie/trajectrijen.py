"""The rows of one traject, so that one look reads each table once, whatever asks for them."""

from dataclasses import dataclass
from functools import cached_property

from samenspel.budget.selectors import aanvragen_van
from samenspel.casus.models import Casusrol, Overdracht, Traject, Trajectstap
from samenspel.doorbraak.models import Antwoorden
from samenspel.kern.budget.regimes import Aanvraagstand
from samenspel.overleg.models import Agendapunt, Tafel
from samenspel.overleg.selectors import kies_tafel, tafels_bij
from samenspel.regie.routes import route_van

__all__ = ["Trajectrijen"]


@dataclass(eq=False)
class Trajectrijen:
    """What the tables say of a traject at the moment of a look; who writes reads anew."""

    traject: Traject

    @cached_property
    def stappen(self) -> list[Trajectstap]:
        """The stappen that were taken, in order."""
        return list(Trajectstap.objects.filter(traject=self.traject).order_by("volgnummer"))

    @cached_property
    def agendapunten(self) -> list[Agendapunt]:
        """Every time that it was put on an agenda, in that order; also what was taken off again."""
        punten = Agendapunt.objects.filter(traject=self.traject).select_related("tafel", "item")
        return sorted(punten, key=lambda punt: punt.item.gemaakt_op)

    @property
    def op_de_agenda(self) -> list[Agendapunt]:
        """Those that weren't taken off."""
        return [punt for punt in self.agendapunten if punt.van_agenda_op is None]

    def nieuwste_punt(self, overleg: str) -> Agendapunt | None:
        """The newest agenda point at a meeting of this kind that was not taken off."""
        punten = (punt for punt in self.op_de_agenda if punt.tafel.overleg == overleg)
        return max(punten, key=lambda punt: (punt.na_stap, punt.item.gemaakt_op), default=None)

    @cached_property
    def antwoorden(self) -> list[Antwoorden]:
        """The forms that were begun."""
        return list(Antwoorden.objects.filter(traject=self.traject))

    @cached_property
    def aanvragen(self) -> dict[str, Aanvraagstand]:
        """The applications for money, in the order in which they were made; also what was withdrawn."""
        return aanvragen_van(self.traject)

    @cached_property
    def rollen(self) -> list[Casusrol]:
        """Who was given which rol here and has it still, by name."""
        rijen = Casusrol.objects.filter(traject=self.traject, tot__isnull=True)
        return list(rijen.select_related("account").order_by("account__naam"))

    @cached_property
    def overdrachten(self) -> list[Overdracht]:
        """Every proposal to hand over the dossier of this traject."""
        return list(Overdracht.objects.filter(casus_id=self.traject.casus_id))

    @cached_property
    def tafels(self) -> list[Tafel]:
        """The tables of its werkwijze that can sit for this household."""
        return list(tafels_bij(self.traject.casus, route_van(self.traject).werkwijze.werkwijze))

    @cached_property
    def tafel(self) -> tuple[str, Tafel] | None:
        """The table where it belongs in the fase in which it is, with the code of its meeting."""
        wijk, werkwijze = self.traject.casus.huishouden.wijk_id, route_van(self.traject).werkwijze
        return kies_tafel(self.tafels, wijk=wijk, werkwijze=werkwijze, fase=self.traject.fase)
