"""Periods of rows: `van` is the first day, `tot` the first day on which it no longer holds, None: it goes on."""

from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone


def loopt(dag: date) -> Q:
    """Rows that hold on this day. What is ended today, gives no right any more today."""
    return Q(van__lte=dag) & (Q(tot__isnull=True) | Q(tot__gt=dag))


def dag_van(nu: datetime) -> date:
    """The day in the Netherlands at this moment."""
    return timezone.localdate(nu)
