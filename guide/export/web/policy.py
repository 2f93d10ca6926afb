"""What a page forbids: whatever is not in it, such as what a host's system adds."""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256


def policy(styles: Iterable[str], scripts: Iterable[str]) -> str:
    """The element that says so (CSP); these styles and scripts alone are taken."""
    rules = (
        f"default-src 'none'; style-src {' '.join(map(_hash, styles))};"
        f" script-src {' '.join(map(_hash, scripts))}; base-uri 'none'; form-action 'none'"
    )
    return f'<meta http-equiv=content-security-policy content="{rules}">'


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
