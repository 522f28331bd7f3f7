"""Measurements against peers or bounds, each in one run: `python -m benchmarks [NAME…]`."""
