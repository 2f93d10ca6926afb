"""Hatchling's hook: puts compiled flows and catalogues into the wheel, which starts fast then."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledFiles(BuildHookInterface[Any]):
    """Names every compiled file for the wheel; a checkout (editable install) needs none.

    They are made from a copy, so that a build leaves nothing in the checkout.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and give each file its place inside the package."""
        if version == "editable":
            return
        self._copy = TemporaryDirectory(prefix="should-i-report-")  # finalize() removes it
        root = Path(self._copy.name)
        for name in ("flows", "locales"):
            left_out = shutil.ignore_patterns("*.compiled")
            shutil.copytree(Path(self.root, name), root / name, ignore=left_out)
        for file in _compile(Path(self.root), root):
            build_data["force_include"][str(file)] = f"guide/{file.relative_to(root).as_posix()}"

    def finalize(
        self,
        version: str,
        build_data: dict[str, Any],  # noqa: ARG002
        artifact_path: str,  # noqa: ARG002
    ) -> None:
        """Remove the copy, once the wheel is written."""
        if version != "editable":
            self._copy.cleanup()


def _compile(checkout: Path, copy: Path) -> list[Path]:
    """The files compiled in the copy, the same bytes each time: what is a set has one order.

    By the code that is about to be packed: the build runs without the project installed.
    """
    done = subprocess.run(
        [sys.executable, "-c", _COMPILE, str(copy)],
        cwd=checkout,
        env={**os.environ, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return [Path(line) for line in done.stdout.splitlines()]


_COMPILE = """
import sys
from pathlib import Path
sys.path.insert(0, "")
from guide.compiled import compile_checkout
print(*compile_checkout(Path(sys.argv[1]), for_package=True), sep="\\n")
"""
