"""`guide serve`: the exported pages on this machine alone, to look at before they are put anywhere.

A host needs no server of ours: what `guide export html` writes is put where any file is put.
"""

import argparse
import functools
import http.server
import os
import sys
import tempfile

from guide.commands import export
from guide.front.start import UsageError
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
        first = sorted(name for name in os.listdir(folder) if len(name) == len("en.html"))
        name = "en.html" if "en.html" in first else first[0]
        print(f"http://{_HERE}:{server.server_port}/{name}  (Ctrl+C stops it)", file=sys.stderr)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            pass
        finally:
            server.server_close()
    return OK
