"""Work packages as rows of a file: what a good row is, and the typed package it stands for.

Blueprints and the projects that users write themselves go through the same checks.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeGuard, get_args

from tercet.catalog.graph import ends, find_cycle
from tercet.catalog.records import CAPABILITIES, NEEDS, BlueprintPackage
from tercet.kernel.provenance import Grade
from tercet.kernel.rules import Finding, finding

Row = Mapping[str, Any]
Three = tuple[float, float, float]
_KEYS = frozenset((
    "id", "name", "kind", "after", "work", "wait", "outside", "artefact", "done_when", "handoff",
    "size_class", "scales_with", "grade", "basis", "needs",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of package: its texts, its wait, how it grows and what needs do to it."""

    id: str
    size_class: Literal["fixed", "volume"]
    range: tuple[float, float]
    """Low and high effort as factors on the likely one."""
    artefact: str
    done_when: str
    handoff: str
    wait: Three | None
    needs: Mapping[str, float]
    hard_before: bool
    """Whether its successors must wait for its end."""
    hard_after: bool
    """Whether it must wait for the end of its predecessors."""
    mergeable: bool
    """Whether it may be joined with a neighbour when a project grows too many packages."""
    partners: tuple[str, ...]
    """Kinds of successor that it is joined with first."""


Kinds = Mapping[str, Kind]


def three(value: object, range: tuple[float, float] = (1.0, 1.0)) -> Three | None:
    """Low, likely, high from `[1, 2, 4]`, from `{low: 1, likely: 2, high: 4}`, or from a likely
    value and the factors of `range`; None when it is none of these or out of order.
    """
    if isinstance(value, Mapping):
        value = [value.get(key) for key in ("low", "likely", "high")]
    if _number(value):
        value = [round(value * range[0], 3), value, round(value * range[1], 3)]  # type: ignore[operator]
    if not isinstance(value, Sequence) or len(value) != 3 or not all(map(_number, value)):
        return None
    low, likely, high = (float(part) for part in value)
    return (low, likely, high) if 0 <= low <= likely <= high < 1e6 else None


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def predecessors(row: Row) -> dict[str, bool | None]:
    """Predecessor → hard, soft or (None) as its kind says."""
    pairs = [(link, None) if isinstance(link, str) else (link["id"], link.get("hard"))
             for link in row.get("after") or ()]  # fmt: skip
    return dict(pairs)


def check_rows(rows: object, place: str, kinds: Kinds) -> tuple[Finding, ...]:
    """Every rule that package rows break; the graph is looked at once the rows are sound."""
    if not (isinstance(rows, list) and rows and all(isinstance(row, Mapping) for row in rows)):
        return (finding(__package__, "TC040", place=place),)
    found = [broken for row in rows for broken in _check_row(row, place, kinds)]
    ids = [row.get("id") for row in rows]
    found += [
        finding(__package__, "TC041", place=place, id=id)
        for id in sorted({str(id) for id in ids if ids.count(id) > 1})
    ]
    return tuple(found) or tuple(_check_graph(rows, place))


def _check_row(row: Row, place: str, kinds: Kinds) -> Iterator[Finding]:
    at = f"{place}: {row.get('id')}"
    for key in sorted(set(map(str, row)) - _KEYS):
        yield finding(__package__, "TC042", place=at, key=key)
    kind = kinds.get(str(row.get("kind")))
    if kind is None:
        yield finding(__package__, "TC043", place=at, kind=row.get("kind"), known=", ".join(kinds))
        return
    yield from _check_words(row, at, kind)
    yield from _check_efforts(row, at, kind)


def _check_words(row: Row, at: str, kind: Kind) -> Iterator[Finding]:
    texts = {field: row.get(field) for field in ("id", "name")}
    texts |= {field: row.get(field, getattr(kind, field))
              for field in ("artefact", "done_when", "handoff")}  # fmt: skip
    wrong = {field: value for field, value in texts.items() if not _is_text(value)}
    if _is_text(texts["handoff"]) and not all(map(str.strip, texts["handoff"].partition("→"))):
        wrong["handoff"] = texts["handoff"]
    for field, allowed in (("size_class", ("fixed", "volume")), ("grade", get_args(Grade))):
        if field in row and row[field] not in allowed:
            wrong[field] = row[field]
    after = row.get("after") or []
    if not isinstance(after, list) or not all(map(_is_link, after)):
        wrong["after"] = after
    for field, value in wrong.items():
        yield finding(__package__, "TC044", place=at, field=field, value=value)


def _is_text(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and bool(value.strip())


def _is_link(link: object) -> bool:
    if isinstance(link, Mapping):
        return isinstance(link.get("id"), str) and link.get("hard") in (True, False, None)
    return isinstance(link, str)


def _check_efforts(row: Row, at: str, kind: Kind) -> Iterator[Finding]:
    work, outside, needs = (_mapping(row.get(field)) for field in ("work", "outside", "needs"))
    for capability in [key for key in work if key not in CAPABILITIES]:
        yield finding(__package__, "TC046", place=at, capability=capability,
                      known=", ".join(CAPABILITIES))  # fmt: skip
    wrong = {} if work else {"the work": row.get("work")}
    wrong |= {f"the effort in {key}": effort for key, effort in work.items()
              if three(effort, kind.range) is None}  # fmt: skip
    wrong |= {f"the time of {who}": time for who, time in outside.items() if three(time) is None}
    if row.get("wait") is not None and three(row["wait"]) is None:
        wrong["the wait"] = row["wait"]
    for what, value in wrong.items():
        yield finding(__package__, "TC045", place=at, what=what.capitalize(), value=value)
    for need, factor in needs.items():
        if need not in NEEDS or not _number(factor) or factor <= 0:
            yield finding(__package__, "TC047", place=at, need=need, factor=factor)


def _mapping(value: object) -> Row:
    return value if isinstance(value, Mapping) else {}


def _check_graph(rows: Sequence[Row], place: str) -> Iterator[Finding]:
    after = {row["id"]: list(predecessors(row)) for row in rows}
    unknown = [(id, before) for id, all_before in after.items() for before in all_before
               if before not in after]  # fmt: skip
    for id, before in unknown:
        yield finding(__package__, "TC048", place=f"{place}: {id}", before=before)
    if unknown or not after:
        return
    cycle = find_cycle(after)
    if cycle:
        yield finding(__package__, "TC049", place=place, cycle=" → ".join(cycle))
        return
    for what, found in zip(("start", "end"), ends(after), strict=True):
        if len(found) > 1:
            yield finding(__package__, "TC050", place=place, what=what, packages=", ".join(found))


def build_packages(rows: Sequence[Row], kinds: Kinds) -> tuple[BlueprintPackage, ...]:
    """Typed packages of sound rows; what a row leaves out comes from its kind."""
    kind_of = {row["id"]: kinds[row["kind"]] for row in rows}
    return tuple(_build(row, kind_of) for row in rows)


def _build(row: Row, kind_of: Kinds) -> BlueprintPackage:
    kind = kind_of[row["id"]]
    work = {capability: _sure(three(effort, kind.range))
            for capability, effort in row["work"].items()}  # fmt: skip
    outside = {who: _sure(three(effort)) for who, effort in _mapping(row.get("outside")).items()}
    wait = row.get("wait", kind.wait)
    return BlueprintPackage(
        id=row["id"], name=row["name"], kind=kind.id,
        after=tuple((id, is_hard(kind_of[id], kind) if hard is None else hard)
                    for id, hard in predecessors(row).items()),
        work=work, wait=three(wait), outside=outside,
        artefact=row.get("artefact", kind.artefact),
        done_when=row.get("done_when", kind.done_when),
        handoff=row.get("handoff", kind.handoff),
        size_class=row.get("size_class", kind.size_class), scales_with=row.get("scales_with"),
        grade=row.get("grade", "J"), basis=row.get("basis", "assumption"),
        needs=row.get("needs", kind.needs),
    )  # fmt: skip


def is_hard(before: Kind, after: Kind) -> bool:
    """Whether `after` must wait for the end of `before`; else it may start at half of it."""
    return before.hard_before or after.hard_after


def _sure(value: Three | None) -> Three:
    assert value is not None, "rows are checked before they are built"
    return value
