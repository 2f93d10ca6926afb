"""A key that nobody holds: a book on the keyboard is no sign of life."""

# A keyboard repeats a key after half a second at most, then many times a second.
_GAP = 1.0
"""Seconds within which a key comes again while it is held down."""
LONGEST_HOLD = 30.0
"""Seconds that a person may hold a key."""


class HeldKey:
    """Tells a key that has been held too long from keys that a person presses."""

    def __init__(self) -> None:
        self._key = ""
        self._since = self._last = 0.0

    def is_stuck(self, key: str, now: float) -> bool:
        """Note a key that came at `now`, in seconds; whether it has come and come unchanged."""
        if key != self._key or not 0 <= now - self._last <= _GAP:
            self._key, self._since = key, now
        self._last = now
        return now - self._since > LONGEST_HOLD
