"""The catalogue on this machine alone, for whoever wants to see it before it is published: `make serve`."""

from __future__ import annotations

import errno
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from publish.model.failure import ExitCode, PublishError

HOST = "127.0.0.1"
USUAL_PORT = 8000
TYPES = {
    ".atom": "application/atom+xml; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".epub": "application/epub+zip",
    ".html": "text/html; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".pdf": "application/pdf",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}
"""What each kind of file is handed out as, whatever the machine thinks of its ending."""


class Handler(SimpleHTTPRequestHandler):
    """Hands out files as they are now, and says nothing."""

    def guess_type(self, path: object) -> str:
        """Return the type of a file by its ending."""
        return TYPES.get(Path(str(path)).suffix.lower(), "text/plain; charset=utf-8")

    def end_headers(self) -> None:
        """Have the browser ask again each time: what is seen is what was made last."""
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def list_directory(self, path: object) -> None:
        """Show no folder that has no page: no other web server would."""
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # as http.server calls it
        """Say nothing."""


def serve(folder: Path, port: int | None, ready: Callable[[str], None]) -> None:
    """Hand out `folder` until interrupted; `ready` is told the address. Without a `port`, 8000 or any that is free.

    Raises `PublishError` X050 where there is no catalogue, X051 where the port is taken or not ours to take.
    """
    if not (folder / "index.html").is_file():
        raise PublishError(ExitCode.NOT_FOUND, "X050", path=folder)
    with _bound(folder, port) as server:
        ready(f"http://localhost:{server.server_port}/")
        server.serve_forever()


def _bound(folder: Path, port: int | None) -> ThreadingHTTPServer:
    handler = partial(Handler, directory=str(folder))
    for tried in (USUAL_PORT, 0) if port is None else (port,):
        try:
            return ThreadingHTTPServer((HOST, tried), handler)
        except OSError as error:
            if port is not None or error.errno != errno.EADDRINUSE:
                raise PublishError(ExitCode.USAGE, "X051", port=tried, reason=error.strerror or error) from error
    raise AssertionError("port 0 is never taken")
