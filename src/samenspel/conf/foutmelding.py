"""What a developer's error page leaves out."""

import re

from django.views.debug import SafeExceptionReporterFilter

__all__ = ["ZonderSleutels"]


class ZonderSleutels(SafeExceptionReporterFilter):
    """Hides our keys too: Django knows only the English words for them."""

    hidden_settings = re.compile(
        SafeExceptionReporterFilter.hidden_settings.pattern + "|SLEUTEL|GEHEIM|BSN", flags=re.IGNORECASE
    )
