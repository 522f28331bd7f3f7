"""From a brief to a recommendation with everything it was compared with."""
