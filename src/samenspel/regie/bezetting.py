"""Who plays which rol in a scenario: accounts made as they are needed, with the rol given the way its houder says."""

import uuid
from datetime import date

from samenspel.casus.models import Casus
from samenspel.kern.stand import Route
from samenspel.kern.stand.voorbeelden import Voorbeeld
from samenspel.kern.werkwijze.catalogus import regierollen
from samenspel.kern.werkwijze.model import Houder
from samenspel.organisatie.models import Account, Gemeente, Rolvervulling, Team, Wijk
from samenspel.overleg.models import Tafel


class Bezetting:
    """A municipality with one team, in which every name of a scenario gets an account of its own."""

    def __init__(self, *, gemeente: Gemeente, team: Team, accounts: dict[str, Account] | None = None) -> None:
        self.gemeente = gemeente
        self.team = team
        self.accounts = dict(accounts or {})
        self.rollen_van: dict[str, set[str]] = {naam: {naam} for naam in self.accounts}

    def account(self, rol: str, naam: str) -> Account:
        """Who is meant by a name in a scenario; `rol` is the rol in which they act."""
        self.rollen_van.setdefault(naam, set()).add(rol)
        if naam not in self.accounts:
            self.accounts[naam] = Account.objects.create(
                gemeente=self.gemeente,
                team=self.team,
                gebruikersnaam=f"{naam}-{uuid.uuid4().hex[:8]}",
                naam=naam.replace("_", " ").capitalize(),
            )
        return self.accounts[naam]

    def op_id(self, sleutel: str) -> Account:
        """The account behind a reference."""
        return next(a for a in self.accounts.values() if str(a.pk) == sleutel)

    def regisseur(self, route: Route) -> Account:
        """Who runs the dossier."""
        rol = regierollen(route.werkwijze)[0]
        return self.account(rol, rol)

    def vervul(self, casus: Casus, route: Route, van: date) -> None:
        """Give every account of the scenario its rol, as the definition says that rol is held."""
        houders = {r.rol: r.houder for r in route.werkwijze.rollen}
        paren = [(self.accounts[naam], rol) for naam, rollen in self.rollen_van.items() for rol in sorted(rollen)]
        for account, rol in paren:
            if rol in regierollen(route.werkwijze):
                continue
            if houders.get(rol) is Houder.PER_TEAM:
                self._vervul(account, route, rol, van, self.team, None)
            elif houders.get(rol) is Houder.PER_OVERLEG:
                for tafel in self._tafels(rol, route, casus):
                    self._vervul(account, route, rol, van, None, tafel)

    def _vervul(
        self, account: Account, route: Route, rol: str, van: date, team: Team | None, tafel: Tafel | None
    ) -> None:
        vervulling, _ = Rolvervulling.objects.get_or_create(
            gemeente=self.gemeente,
            account=account,
            werkwijze=route.werkwijze.werkwijze,
            rol=rol,
            team=team,
            tafel=tafel,
            defaults={"van": van},
        )
        if vervulling.van > van:
            vervulling.van = van
            vervulling.save(update_fields=["van"])

    def _tafels(self, rol: str, route: Route, casus: Casus) -> list[Tafel]:
        overleggen = [o.overleg for o in route.werkwijze.overleggen if rol in (o.voorzitter, o.leden)]
        return [self.tafel(o, route, casus) for o in overleggen]

    def tafel(self, overleg: str, route: Route, casus: Casus) -> Tafel:
        """The table of this meeting for the casus; made where the municipality has none yet."""
        soort = next(o for o in route.werkwijze.overleggen if o.overleg == overleg)
        bestaand = Tafel.objects.filter(
            gemeente=self.gemeente, werkwijze=route.werkwijze.werkwijze, overleg=overleg
        ).order_by("wijk")
        wijk = casus.huishouden.wijk
        passend = bestaand.filter(wijk=wijk).first() or bestaand.filter(wijk__isnull=True).first()
        if passend is None and soort.terugval is not None and bestaand.exists():
            return self.tafel(soort.terugval, route, casus)
        return passend or Tafel.objects.create(
            gemeente=self.gemeente, werkwijze=route.werkwijze.werkwijze, overleg=overleg, naam=soort.naam
        )

    def wijk(self, naam: str) -> Wijk | None:
        """The neighbourhood of that name."""
        return Wijk.objects.get_or_create(gemeente=self.gemeente, naam=naam)[0] if naam else None

    def achternaam(self, voorbeeld: Voorbeeld) -> str:
        """The last word of the household's name."""
        return voorbeeld.huishouden.split()[-1] if voorbeeld.huishouden else ""
