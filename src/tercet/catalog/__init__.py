"""Roles, capabilities, tools, regions, channels and blueprints: data files with a typed loader."""
