"""The truth ledger: what rests on each source, what is due, and what a person found there."""
