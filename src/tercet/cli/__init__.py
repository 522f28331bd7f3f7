"""The command line: thin, no rules."""
