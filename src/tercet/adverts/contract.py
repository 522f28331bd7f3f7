"""The JSON document of `tercet job --format json`, exactly as design §5 promises it."""

from typing import Any

from tercet.adverts.records import Job
from tercet.kernel.jsonable import jsonable


def job_json(job: Job) -> dict[str, Any]:
    """The whole advert as plain data."""
    document: dict[str, Any] = jsonable(job)
    return document
