"""Reading PDF: glyphs with position and colour, what of them can be seen, in which order."""
