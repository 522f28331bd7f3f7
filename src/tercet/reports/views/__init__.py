"""Pure view-models: what every output shows, worked out once, so that figures agree everywhere."""
