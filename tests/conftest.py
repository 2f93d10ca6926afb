"""What the command line of the tests offers; how to talk with the guide is in `tests.talking`."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update: write golden files anew, for people to read what changed."""
    parser.addoption("--update", action="store_true", help="write the golden files anew")
