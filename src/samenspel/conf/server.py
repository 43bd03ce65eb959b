"""The web server: gunicorn, inside this process."""

import errno
import socket
from typing import Any

from django.core.wsgi import get_wsgi_application
from gunicorn.app.base import BaseApplication

__all__ = ["PoortBezet", "open_poort", "serve"]


class PoortBezet(Exception):
    """Another program already listens where Samenspel should."""


class _Server(BaseApplication):
    def __init__(self, instellingen: dict[str, Any]) -> None:
        self.instellingen = instellingen
        super().__init__()

    def load_config(self) -> None:
        for naam, waarde in self.instellingen.items():
            self.cfg.set(naam, waarde)

    def load(self) -> Any:
        return get_wsgi_application()


def open_poort(host: str, poort: int) -> socket.socket:
    """Listen on host and port (0: any free one); raises PoortBezet when that cannot be."""
    familie = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, poort), family=familie, backlog=256)
    except OSError as fout:
        reden = "die poort is al bezet" if fout.errno == errno.EADDRINUSE else fout.strerror
        raise PoortBezet(
            f"Samenspel kan niet luisteren op {host}:{poort}: {reden}.\n"
            f"Sluit het programma dat daar al draait, of kies een andere poort:\n"
            f"    samenspel serve --port {poort + 1}"
        ) from None


def serve(luisteraar: socket.socket, *, workers: int, threads: int) -> None:
    """Answer requests until a signal ends it; logs method, path without query and status, nothing more."""
    _Server(
        {
            "bind": f"fd://{luisteraar.detach()}",
            "workers": workers,
            "threads": threads,
            "worker_class": "gthread",
            "preload_app": True,
            "loglevel": "warning",
            "accesslog": "-",
            "access_log_format": "%(t)s %(m)s %(U)s %(s)s",
            "proc_name": "samenspel",
            "control_socket_disable": True,
        }
    ).run()
