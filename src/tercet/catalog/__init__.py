"""Roles, capabilities, tools, regions, channels and blueprints: data files with a typed loader."""

from typing import TYPE_CHECKING

from tercet.kernel.lazily import on_demand

if TYPE_CHECKING:
    from tercet.catalog.check import check_catalog as check_catalog
    from tercet.catalog.load import load_catalog as load_catalog
    from tercet.catalog.records import Catalog as Catalog
    from tercet.catalog.settings import Settings as Settings
    from tercet.catalog.settings import load_settings as load_settings
    from tercet.catalog.settings import own_figures as own_figures
    from tercet.catalog.tables import SHIPPED as SHIPPED
    from tercet.catalog.tools import load_tools as load_tools
else:
    __getattr__ = on_demand(
        __name__,
        {
            "check_catalog": "check",
            "load_catalog": "load",
            "Catalog": "records",
            "Settings": "settings",
            "load_settings": "settings",
            "own_figures": "settings",
            "SHIPPED": "tables",
            "load_tools": "tools",
        },
    )
