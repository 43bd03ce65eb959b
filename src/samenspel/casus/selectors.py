"""Which casussen there are, read where more than one page asks the same."""

from django.db.models import Exists, OuterRef, QuerySet

from samenspel.casus.models import Casus, Traject

__all__ = ["zonder_lopend_traject"]


def zonder_lopend_traject(casussen: QuerySet[Casus]) -> QuerySet[Casus]:
    """Those in which nothing runs: no traject was begun yet, or each is done. Their regisseur still holds them.

    Not those whose household goes on in another dossier.
    """
    open_ = Traject.objects.filter(casus=OuterRef("pk"), open=True)
    return casussen.filter(~Exists(open_), huishouden__samengevoegd_met__isnull=True)
