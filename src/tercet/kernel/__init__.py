"""Money, dates, seeded streams, provenance and rules: no word of the domain lives here."""
