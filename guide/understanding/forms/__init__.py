"""What English says by the form of a line, where no word or weight would hear it."""
