"""Pure view-models, and their terminal, HTML, PDF and spreadsheet forms."""
