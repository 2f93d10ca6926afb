"""Compiled files that say something else than their sources, and carry every key all the same."""

from collections.abc import Callable
from typing import Any
from unittest.mock import patch

from guide import cache


def forge(
    compiled: cache.Compiled, change: Callable[[Any], Any], *, for_package: bool = False
) -> str:
    """Write a compiled file as `cache.write` does, with its data changed; gives its path."""
    made = compiled.build()
    changed = change(compiled.freeze(made))
    with patch.object(compiled, "freeze", lambda _: changed):
        return cache.write(compiled, made, for_package=for_package)
