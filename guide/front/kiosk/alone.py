"""One kiosk on a terminal: a second one would paint over the first, and take half of its keys."""

import os


def take_terminal() -> bool:
    """Hold the terminal until this process ends; False where another kiosk holds it.

    What is held is a lock on the terminal itself (fcntl(2)): no file is written, and the system
    lets go of it with the process, however that ends.
    """
    try:
        import fcntl

        if os.isatty(1):
            fcntl.lockf(1, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except (ImportError, OSError):
        pass  # Windows, or a system that knows no locks there
    return True


def is_shown_on_it() -> bool:
    """Whether what is written to standard error stands on that terminal."""
    try:
        return os.fstat(1).st_rdev == os.fstat(2).st_rdev
    except OSError:
        return False
