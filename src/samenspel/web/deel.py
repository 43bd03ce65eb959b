"""Whether the browser asks for the part of a page that changes (htmx) or for the page."""

from django.http import HttpRequest


def alleen_deel(request: HttpRequest) -> bool:
    """With script a part is refreshed; going back in the browser asks for the whole page again."""
    return "HX-Request" in request.headers and "HX-History-Restore-Request" not in request.headers
