"""`guide serve`: the exported pages on this machine alone, to look at before they are put anywhere.

A host needs no server of ours: what `guide export html` writes is put where any file is put.
"""

import argparse
import http.server
import sys

from guide.commands import export
from guide.export.web.site import file_name
from guide.i18n.words import SOURCE_LANGUAGE
from guide.options import OK
from guide.settings import UsageError

_HERE = "127.0.0.1"
"""Nobody else can reach it. For others, export the pages."""


class _Preview(http.server.ThreadingHTTPServer):
    """Serves pages that stand in no file: stopped in any way, it leaves nothing behind."""

    def __init__(self, port: int) -> None:
        """Raises OSError where the port cannot be used."""
        super().__init__((_HERE, port), _Handler)
        self.pages: dict[str, bytes] = {}
        """Each page by its path."""


class _Handler(http.server.BaseHTTPRequestHandler):
    server: _Preview

    def do_GET(self) -> None:
        """One of the pages; anything else is not there."""
        self.wfile.write(self._answer())

    def do_HEAD(self) -> None:
        """What a browser is told of a page before it asks for it."""
        self._answer()

    def _answer(self) -> bytes:
        page = self.server.pages.get(self.path.partition("?")[0])
        if page is None:
            self.send_error(http.HTTPStatus.NOT_FOUND)
            return b""
        self.send_response(http.HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        return page

    def log_message(self, *_: object) -> None:
        """Nothing is noted about who asked for what."""


def run(arguments: argparse.Namespace) -> int:
    """Serve until it is stopped."""
    if arguments.lan:
        raise UsageError(
            "this shows the pages to you alone; it is no server for others. To show them, write"
            " them with `guide export html DIR` and put them where your website is."
        )
    try:
        server = _Preview(arguments.port)
    except (OSError, OverflowError) as error:
        why = getattr(error, "strerror", "") or "the highest is 65535"
        raise UsageError(f"port {arguments.port} cannot be used: {why}.") from error
    with server:
        try:
            for name, text in export.web_pages(arguments):
                server.pages[f"/{name}"] = text.encode()
            first = f"/{file_name(arguments.locale or SOURCE_LANGUAGE)}"
            server.pages["/"] = server.pages[first]
            address = f"http://{_HERE}:{server.server_port}{first}"
            print(f"{address}  (Ctrl+C stops it)", file=sys.stderr)
            server.serve_forever()
        except KeyboardInterrupt:
            pass
    return OK
