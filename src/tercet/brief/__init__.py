"""Words in, facts with quotes out, and from them the project."""
