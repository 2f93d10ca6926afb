"""Plain mode: a conversation in lines, for a screen reader, a braille display or a pipe."""
