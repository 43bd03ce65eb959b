"""Where something of a household of the demo is recorded: whose dossier, by whom, and on what moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from samenspel.casus.models import Casus, WerkwijzeVersie
from samenspel.demo.gezin import Demofout, Gegeven
from samenspel.huishouden.models import Persoon
from samenspel.huishouden.selectors import leden_op
from samenspel.organisatie.models import Account

__all__ = ["Plek", "tekst"]


@dataclass(frozen=True, slots=True)
class Plek:
    """Whose dossier, the accounts and definitions there are, the moment of recording, and what is today."""

    casus: Casus
    accounts: Mapping[str, Account]
    versies: Mapping[str, WerkwijzeVersie]
    nu: datetime
    dag: date
    vandaag: date

    @property
    def regisseur(self) -> Account:
        """Who carries the dossier at that moment."""
        return self.casus.regisseur

    def leden(self) -> list[Persoon]:
        """The household on that day, the oldest first."""
        return leden_op(self.casus.huishouden, self.dag)

    def persoon(self, voornaam: str) -> Persoon:
        """Who is meant by a first name. Raises Demofout."""
        gevonden = [p for p in self.leden() if p.voornaam == voornaam]
        if len(gevonden) != 1:
            raise Demofout(f"{self.casus.huishouden.naam}: wie is {voornaam}?")
        return gevonden[0]

    def wie(self, gegeven: Gegeven) -> list[Persoon]:
        """Whom it is about."""
        namen = gegeven.get("wie") or []
        return [self.persoon(n) for n in ([namen] if isinstance(namen, str) else namen)] or self.leden()

    def account_van(self, persoon: Persoon) -> Account | None:
        """With which a resident logs in, if they do."""
        return Account.objects.select_related("persoon").filter(persoon=persoon).first()

    def eigen_account(self, persoon: Persoon) -> Account:
        """With which a resident logs in. Raises Demofout."""
        account = self.account_van(persoon)
        if account is None:
            raise Demofout(f"{persoon.voornaam} heeft geen account")
        return account

    def over(self, dagen: int) -> date:
        """So many days from today."""
        return self.vandaag + timedelta(days=dagen)


def tekst(gegeven: Gegeven, sleutels: Sequence[str]) -> dict[str, str]:
    """The words of some keys, as far as they were written."""
    return {sleutel: gegeven[sleutel] for sleutel in sleutels if gegeven.get(sleutel)}
