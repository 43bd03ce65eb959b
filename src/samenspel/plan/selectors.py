"""Reading the plan."""

from samenspel.organisatie.models import Account
from samenspel.plan.models import Actie


def is_van(actie: Actie, account: Account) -> bool:
    """Whether this is somebody's own to do: as an account, or as the person behind it."""
    eigen_persoon = actie.persoon_id is not None and actie.persoon_id == account.persoon_id
    return eigen_persoon or (actie.account_id is not None and actie.account_id == account.pk)
