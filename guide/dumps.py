"""No picture of this program's memory is left or taken: what a person said is in there."""

_SET_DUMPABLE = 4
"""PR_SET_DUMPABLE of linux/prctl.h."""


def forbid_core_files() -> None:
    """Let no file `core` be written when the guide is killed or crashes (getrlimit(2)).

    Costs next to nothing, so it comes first of all. It holds for what the guide starts, too. A
    system that pipes core dumps to a program instead does not ask for it: see `forbid_dumps`.
    """
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        pass  # Windows writes none; elsewhere this is all that can be done


def forbid_dumps() -> None:
    """Let no dump be made at all, and no other program of the same person read the memory.

    That is PR_SET_DUMPABLE (prctl(2)), on Linux only: core dumps that a system pipes to a program,
    debuggers and /proc/PID/mem are refused. Whoever is root may still look. It takes milliseconds
    to import what can ask for it, so it comes once the first screen is there, and before anything
    typed is read.
    """
    try:
        import ctypes

        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
    except (ImportError, AttributeError, TypeError, OSError, MemoryError):
        pass  # no Linux, or a Python without ctypes
