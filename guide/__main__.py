"""`python -m guide` is the command `guide`."""

from guide.cli import entry

if __name__ == "__main__":
    entry()
