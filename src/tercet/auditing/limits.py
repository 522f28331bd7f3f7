"""Thresholds of an audit, from the catalogue."""

from tercet.auditing.records import Limits
from tercet.catalog import Catalog


def audit_limits(catalog: Catalog) -> Limits:
    """The figures `audit.*` as one record."""
    value = catalog.value
    return Limits(
        four_fifths=value("audit.four-fifths"),
        level=value("audit.level"),
        interval=value("audit.interval"),
        small_share=value("audit.small-share"),
        many_unknown=value("audit.many-unknown"),
        most_values=round(value("audit.most-values")),
        sweep_steps=round(value("audit.sweep-steps")),
    )
