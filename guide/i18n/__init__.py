"""English or a translation of it, and what no translation may change. A home of babel."""
