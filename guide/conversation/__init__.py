"""What happens between a person and a library of flows."""
