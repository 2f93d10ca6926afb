"""Hatchling's hook: puts compiled flows and catalogues into the wheel, which starts fast then."""

import importlib
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledFiles(BuildHookInterface[Any]):
    """Names every compiled file for the wheel; a checkout (editable install) needs none."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and give each file its place inside the package."""
        if version == "editable":
            return
        root = Path(self.root)
        for file in _compile(root):
            build_data["force_include"][str(file)] = f"guide/{file.relative_to(root).as_posix()}"


def _compile(root: Path) -> list[Path]:
    # The build runs without the project installed, and must use the code it is about to pack.
    sys.path.insert(0, str(root))
    try:
        compiled: list[Path] = importlib.import_module("guide.compiled").build(root)
    finally:
        sys.path.remove(str(root))
    return [root / file for file in compiled]
