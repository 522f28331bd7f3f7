"""tercet: from a problem statement to a priced, scheduled, vetted AI team."""

__version__ = "0.1.0"

__all__ = ["__version__"]
