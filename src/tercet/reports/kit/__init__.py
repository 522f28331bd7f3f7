"""Interview kits on paper and on a screen: sheets for interviewers, an outline for candidates."""
