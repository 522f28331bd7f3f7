"""The seat to interview for: from a role's row of the skills matrix, or from an advert."""

from typing import cast

from tercet.adverts.records import Job
from tercet.catalog import Catalog
from tercet.catalog.records import CAPABILITIES, PROJECT_ONLY, ROLES, Level
from tercet.interviewing.kit.records import SOFT, Need, Seat
from tercet.interviewing.kit.settings import Settings
from tercet.kernel.rules import broken

_PACKAGE = "tercet.interviewing"
_SOFT: Need = "soft"


def seat_for_role(
    catalog: Catalog, settings: Settings, role: str, level: Level | None = None
) -> Seat:
    """What `role` needs at `level` (mid where none is given), as the skills matrix has it.

    Raises TI014 for an unknown role.
    """
    if role not in catalog.roles:
        raise broken(_PACKAGE, "TI014", place="--role", role=role, known=", ".join(catalog.roles))
    needs = {c: n for c in CAPABILITIES if (n := _need(catalog, settings, role, c))}
    return _seat(role, level or "mid", needs)


def seat_for_job(
    catalog: Catalog, settings: Settings, job: Job, level: Level | None = None
) -> Seat:
    """What an advert asks for, by the capabilities it names.

    The role is the one that most of its work belongs to; from its row come the capabilities that
    adverts don't speak of. Raises TI013 when none of the nine roles has a share.
    """
    role = max(ROLES, key=lambda r: job.roles.get(r, 0.0))
    if not job.roles.get(role):
        raise broken(_PACKAGE, "TI013", place="--job", role=job.primary_role)
    needs = {c: cast("Need", n) for c, n in job.capabilities.items() if n != "absent"}
    for c in PROJECT_ONLY:
        if need := _need(catalog, settings, role, c):
            needs[c] = need
    return _seat(role, level or job.level or "mid", needs)


def _need(catalog: Catalog, settings: Settings, role: str, capability: str) -> Need | None:
    share = catalog.figures.get(f"productivity.{role}.{capability}")
    value = share.value.quantile(0.5) if share else 0.0
    if value >= settings.must_from:
        return "must"
    return "nice" if value >= settings.nice_from else None


def _seat(role: str, level: Level, needs: dict[str, Need]) -> Seat:
    ordered = {c: needs[c] for c in CAPABILITIES if c in needs}
    return Seat(role, level, ordered | dict.fromkeys(SOFT, _SOFT))
