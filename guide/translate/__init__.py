"""The translator's bench: PO files out, checked and reviewed PO files in. A home of babel."""
