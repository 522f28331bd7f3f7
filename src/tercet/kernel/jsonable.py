"""Records as JSON, one way and always in the same bytes."""

import dataclasses
import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any


def jsonable(value: Any) -> Any:
    """Plain data from frozen records: dates as ISO text, money and exact numbers as numbers."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: jsonable(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): jsonable(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        items = sorted(value) if isinstance(value, set | frozenset) else value
        return [jsonable(item) for item in items]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value != value:
        raise ValueError("a result holds a value that is not a number")
    return value


def to_json(value: Any) -> str:
    """The one JSON text of `value`, indented, ending in a newline."""
    return json.dumps(jsonable(value), ensure_ascii=False, indent=2, allow_nan=False) + "\n"
