"""What maintainers run on the checkout; no part of the guide."""
