"""Interviews: kits to ask from, scorecards, and what a panel of raters adds up to."""
