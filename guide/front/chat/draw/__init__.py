"""What a chat's screen is drawn with: marked lines, sections, a view that scrolls, colours."""
