"""Answers that are a file: never kept by a browser or proxy on the way."""

from django.http import HttpResponse

__all__ = ["als_bestand", "als_pdf"]


def als_pdf(inhoud: bytes, naam: str) -> HttpResponse:
    """A PDF to read in the browser."""
    return als_bestand(inhoud, f"{naam}.pdf", "application/pdf", wijze="inline")


def als_bestand(inhoud: bytes, naam: str, soort: str, *, wijze: str = "attachment") -> HttpResponse:
    """A file of a media type under a name that holds no personal data."""
    antwoord = HttpResponse(inhoud, content_type=soort)
    antwoord.headers["Cache-Control"] = "no-store, private"
    antwoord.headers["Content-Disposition"] = f'{wijze}; filename="{naam}"'
    return antwoord
