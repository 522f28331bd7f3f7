"""Roles, capabilities, tools, regions, channels and blueprints: data files with a typed loader."""

from tercet.catalog.check import check_catalog as check_catalog
from tercet.catalog.load import SHIPPED as SHIPPED
from tercet.catalog.load import load_catalog as load_catalog
from tercet.catalog.records import Catalog as Catalog
from tercet.catalog.settings import Settings as Settings
from tercet.catalog.settings import load_settings as load_settings
