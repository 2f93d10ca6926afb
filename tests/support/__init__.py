"""What tests are written with: talking, pressing, terminals, languages made up, judges."""
