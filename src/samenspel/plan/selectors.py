"""Reading the plan."""

from samenspel.delen.models import Woorden
from samenspel.organisatie.models import Account
from samenspel.plan.models import Actie


def is_van(actie: Actie, account: Account) -> bool:
    """Whether this is somebody's own to do: as an account, or as the person behind it."""
    eigen_persoon = actie.persoon_id is not None and actie.persoon_id == account.persoon_id
    return eigen_persoon or (actie.account_id is not None and actie.account_id == account.pk)


def nam_zelf_op(actie: Actie, account: Account) -> bool:
    """Whether somebody does this who put it into the plan themselves."""
    return is_van(actie, account) and _eerste_auteur(actie) == account


def van_inwoner(actie: Actie) -> bool:
    """Whether a resident put this into the plan, in their own words."""
    auteur = _eerste_auteur(actie)
    return auteur is not None and auteur.persoon_id is not None


def _eerste_auteur(actie: Actie) -> Account | None:
    eerste = Woorden.objects.filter(item_id=actie.pk, volgnummer=1).select_related("auteur").first()
    return eerste.auteur if eerste is not None else None
