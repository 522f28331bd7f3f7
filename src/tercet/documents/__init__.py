"""Bytes in, a document out: visible text with pages, and what the file tried to hide."""
