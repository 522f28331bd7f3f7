"""Who would take which seat: as many seats as can be filled, at the least cost; exact."""

from collections.abc import Sequence
from datetime import date

from tercet.planning.solver import Model, solve_mip
from tercet.upskilling.records import Path, Seat


def assign(
    paths: Sequence[Path], seats: Sequence[Seat], today: date
) -> tuple[tuple[Path, ...], tuple[Seat, ...]]:
    """The paths taken, in their order, and the seats that stay open.

    A person takes one seat at most. Cost is the price of learning over its mean chance: a path
    that fails half the time is paid twice. Solved as an integer program to a gap of zero.
    """
    wants = _merged(seats)
    able = [p for p in paths if p.to in wants and in_time(p, wants[p.to], today)]
    if not able:
        return (), tuple(wants.values())
    prices = [_price(path) for path in able]
    # Dearer than everything else together: a seat more is worth any cost.
    reward = 1.0 + sum(prices)
    model = Model()
    for i, price in enumerate(prices):
        model.add_column(i, cost=price - reward, upper=1.0, integer=True)
    for name in dict.fromkeys(p.learner.name for p in able):
        model.add_row([(i, 1.0) for i, p in enumerate(able) if p.learner.name == name], upper=1.0)
    for role, seat in wants.items():
        model.add_row([(i, 1.0) for i, p in enumerate(able) if p.to == role], upper=seat.count)
    found = solve_mip(model, gap=0.0, nodes=100_000)
    taken = tuple(path for i, path in enumerate(able) if found[i] > 0.5)
    return taken, _open(wants, taken)


def in_time(path: Path, seat: Seat, today: date) -> bool:
    """Whether there is a known path and its middle weeks end before the seat is wanted."""
    if path.weeks is None:
        return False
    return seat.by is None or path.weeks.quantile(0.5) * 7 <= (seat.by - today).days


def _price(path: Path) -> float:
    """In thousands, so that the solver's tolerances are far below a cent's worth of choice."""
    chance = path.success.mean if path.success else 1.0
    return float(path.cost or 0) / chance / 1000


def _merged(seats: Sequence[Seat]) -> dict[str, Seat]:
    """One row a role: numbers added, the earliest date kept."""
    merged: dict[str, Seat] = {}
    for seat in seats:
        old = merged.get(seat.role, Seat(seat.role, 0))
        days = [day for day in (old.by, seat.by) if day]
        merged[seat.role] = Seat(seat.role, old.count + seat.count, min(days, default=None))
    return merged


def _open(wants: dict[str, Seat], taken: Sequence[Path]) -> tuple[Seat, ...]:
    rest = [
        Seat(role, seat.count - sum(p.to == role for p in taken), seat.by)
        for role, seat in wants.items()
    ]
    return tuple(seat for seat in rest if seat.count)
