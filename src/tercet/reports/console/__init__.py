"""Plain text for terminals: 80 columns, colour and drawing characters only where wanted."""
