"""`guide serve`: the exported pages on this machine alone, to look at before they are put anywhere.

A host needs no server of ours: what `guide export html` writes is put where any file is put.
"""

import argparse
import functools
import http.server
import sys
import tempfile

from guide.commands import export
from guide.export.web.site import file_name
from guide.front.start import UsageError
from guide.i18n.words import SOURCE_LANGUAGE
from guide.options import OK

_HERE = "127.0.0.1"
"""Nobody else can reach it. For others, export the pages."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and writes no line about who asked for what."""

    def log_message(self, *_: object) -> None:
        """Nothing is noted."""


def run(arguments: argparse.Namespace) -> int:
    """Serve until it is stopped; the pages are deleted then."""
    with tempfile.TemporaryDirectory(prefix="pages-") as folder:
        arguments.folder = folder
        export.write_pages(arguments)
        handler = functools.partial(_Quiet, directory=folder)
        try:
            server = http.server.ThreadingHTTPServer((_HERE, arguments.port), handler)
        except OSError as error:
            raise UsageError(f"port {arguments.port} cannot be used: {error.strerror}.") from error
        name = file_name(arguments.locale or SOURCE_LANGUAGE)
        print(f"http://{_HERE}:{server.server_port}/{name}  (Ctrl+C stops it)", file=sys.stderr)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            pass
        finally:
            server.server_close()
    return OK
