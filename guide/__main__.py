"""The command `guide`, also as `python -m guide`."""

import sys

# Before anything else of the guide is imported: a session leaves no file behind, not even Python's
# own bytecode. It stands here, as what only imports the guide keeps its own way.
sys.dont_write_bytecode = True

from guide.cli import entry  # noqa: E402

if __name__ == "__main__":
    entry()
