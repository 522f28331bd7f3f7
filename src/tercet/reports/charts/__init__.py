"""Charts as SVG: one drawing a width, colours from classes only, text never scaled.

What a chart looks like stands in `specs/*.yaml`; Python fills in the values.
"""
