"""Plain text for terminals: 80 columns, colour and drawing characters only where wanted."""

from tercet.reports.terminal.plan import terminal

__all__ = ["terminal"]
