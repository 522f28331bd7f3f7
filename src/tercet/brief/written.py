"""A brief as YAML or JSON that people edit, and back again without loss."""

import difflib
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from tercet.brief.data import countries
from tercet.brief.findings import CHECKED, check
from tercet.brief.project import project_from_rows, rows_of
from tercet.brief.questions import gaps, is_gap, missing
from tercet.brief.read import read_brief
from tercet.brief.records import (
    Archetype,
    Assumption,
    Brief,
    Budget,
    Deadline,
    Home,
    Limit,
    Need,
    Person,
    Project,
    Question,
    Quote,
    TeamRow,
)  # fmt: skip
from tercet.catalog.records import Catalog
from tercet.kernel.errors import InputError
from tercet.kernel.files import read_text
from tercet.kernel.jsonable import jsonable
from tercet.kernel.money import Money
from tercet.kernel.rules import Finding, broken, finding
from tercet.kernel.yamls import parse_yaml

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails
    from yaml import SafeDumper

    from tercet.brief.forms import BriefForm, QuoteForm, TeamForm
    from tercet.brief.records import LimitKind
    from tercet.catalog.records import Level, Size

FORM = "form: tercet-brief"


def load_brief(path: str | Path, catalog: Catalog, *, today: date) -> Brief:
    """The brief in a file of free text, or of YAML or JSON when its name or first line says so.

    Raises `InputError` for what cannot be opened or read as text (TC09x) and for a form with a
    fault (TB06x).
    """
    text = read_text(path)
    form = Path(path).suffix.lower() in (".yaml", ".yml", ".json")
    return brief_from_text(text, catalog, today=today, place=str(path), form=form or None)


def brief_from_text(
    text: str, catalog: Catalog, *, today: date, place: str = "brief", form: bool | None = None
) -> Brief:
    """The brief that `text` holds: a form if `form` or its first characters say so, else words."""
    start = text.lstrip()
    if form or (form is None and start.startswith(("{", FORM))):
        return brief_from_data(parse_yaml(text, place=place), catalog, today=today, place=place)
    return read_brief(text, catalog, today=today, place=place)


def brief_to_yaml(brief: Brief, project: Project | None = None) -> str:
    """The editable form of `brief`; `brief_from_data` gives back an equal brief.

    With `project`, its packages are written too, and what is read back plans with them.
    """
    import yaml

    work = project or brief.own

    rows = {
        "title": brief.title,
        "archetype": {**jsonable(brief.archetype), "others": dict(brief.archetype.others)},
        "size": brief.size,
        "size_quote": jsonable(brief.size_quote),
        "deadline": jsonable(brief.deadline),
        "budget": brief.budget
        and {**jsonable(brief.budget.money), "quote": jsonable(brief.budget.quote)},
        "home": jsonable(brief.home),
        "team": [_team_rows(row) for row in brief.team],
        "needs": jsonable(brief.needs),
        "limits": jsonable(brief.limits),
        "languages": brief.languages,
        "assumptions": jsonable(brief.assumptions),
        "questions": jsonable(brief.questions),
        "findings": jsonable(brief.findings),
    }
    parts: list[tuple[dict[str, Any], bool | None]] = [(rows, False), ({"text": brief.text}, False)]
    if work:
        parts.insert(1, ({"packages": rows_of(work), "live": work.live}, None))
    return f"{FORM}\n" + "".join(
        yaml.dump(
            part, Dumper=_dumper(), sort_keys=False, allow_unicode=True, width=100,
            default_flow_style=flow,
        )
        for part, flow in parts
    )  # fmt: skip


@cache
def _dumper() -> "type[SafeDumper]":
    """A writer of YAML that escapes U+0085, which else is read back as another line's end."""
    import yaml

    class Dumper(yaml.SafeDumper):
        pass

    def words(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
        style = '"' if "\x85" in value else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)

    Dumper.add_representer(str, words)
    return Dumper


def brief_from_data(data: Any, catalog: Catalog, *, today: date, place: str = "brief") -> Brief:
    """The brief in a parsed form. What the form leaves out becomes an assumption and a question."""
    from pydantic import ValidationError

    from tercet.brief.forms import BriefForm

    try:
        form = BriefForm.model_validate(data)
    except ValidationError as error:
        raise _fault(error, place) from None
    _check_words(form, place)
    return _brief(form, catalog, today, place)


def _brief(form: "BriefForm", catalog: Catalog, today: date, place: str) -> Brief:
    def quote(row: "QuoteForm | None") -> Quote | None:
        return _quote(row, form.text, place)

    kind = form.archetype
    archetype = (
        Archetype(kind.id, kind.confidence, quote(kind.quote), tuple(kind.others.items()))
        if kind
        else Archetype("generic-ml", 0.0, None)
    )
    day = form.deadline
    deadline = Deadline(day.date, quote(day.quote)) if day else None
    money = form.budget
    budget = Budget(Money(money.amount, money.currency), quote(money.quote)) if money else None
    at = form.home
    home = Home(at.country, at.place, quote(at.quote)) if at else None
    team = tuple(
        TeamRow(row.role, len(people), quote(row.quote), people)
        for row in form.team if (people := _people(row, place))
    )  # fmt: skip
    needs = tuple(Need(need.id, quote(need.quote)) for need in form.needs)
    limits = tuple(
        Limit(
            cast("LimitKind", row.kind),
            tuple(row.value) if isinstance(row.value, list) else row.value,
            row.soft,
            quote(row.quote),
        )
        for row in form.limits
    )  # fmt: skip
    open_fields = missing(archetype, deadline, budget, home, team, needs, form.text)
    assumed, asked = gaps(open_fields)
    own = _own_work(form, archetype, catalog, place)
    return Brief(
        text=form.text, title=form.title, today=today, archetype=archetype,
        size=cast("Size", form.size), size_quote=quote(form.size_quote),
        deadline=deadline, budget=budget, home=home, team=team,
        needs=needs, limits=limits, languages=form.languages,
        assumptions=(
            *(Assumption(a.text, a.grade, a.figure)
              for a in form.assumptions if not is_gap(a.text)),
            *assumed,
        ),
        questions=(
            *asked, *(Question(q.text, q.field) for q in form.questions if not is_gap(q.text)),
        ),
        findings=(
            *(Finding(f.code, f.severity, f.message, f.place, f.fix)
              for f in form.findings if f.code not in CHECKED),
            *check(catalog, today, archetype, deadline, budget, home, team, needs, limits, place),
            *((finding(__package__, "TB064", count=len(own.packages), place=f"{place}: packages"),)
              if own else ()),
        ),
        own=own,
    )  # fmt: skip


def _own_work(
    form: "BriefForm", archetype: Archetype, catalog: Catalog, place: str
) -> Project | None:
    """The packages in the form as a project. Raises `InputError` with the first fault (TC04x)."""
    if form.packages is None:
        if form.live is not None:
            raise broken(
                __package__, "TB062", place=f"{place}: live",
                problem="`live` names a package, but the form has no `packages`",
            )  # fmt: skip
        return None
    return project_from_rows(
        form.packages, place=f"{place}: packages", catalog=catalog, archetype=archetype.id,
        size=cast("Size", form.size), live=form.live,
    )  # fmt: skip


def _team_rows(row: TeamRow) -> dict[str, Any]:
    people = [
        {k: v for k, v in jsonable(p).items() if k not in ("label", "role")} for p in row.people
    ]
    return {"role": row.role, "count": row.count, "quote": jsonable(row.quote), "people": people}


def _people(row: "TeamForm", place: str) -> tuple[Person, ...]:
    if row.people and row.count not in (None, len(row.people)):
        raise broken(
            __package__, "TB062", place=f"{place}: team",
            problem=f"{row.role}: `count` is {row.count}, but {len(row.people)} people are listed",
        )  # fmt: skip
    from tercet.brief.forms import PersonForm

    people = row.people or [PersonForm() for _ in range(row.count or 1)]
    return tuple(
        Person(
            f"{row.role} {i}", row.role, cast("Level | None", p.level), p.region, p.share, p.leaves
        )
        for i, p in enumerate(people, 1)
    )


def _quote(row: "QuoteForm | None", text: str, place: str) -> Quote | None:
    if row is None:
        return None
    start = text.find(row.text) if row.start is None else row.start
    end = start + len(row.text)
    if start < 0 or text[start:end] != row.text or row.end not in (None, end):
        raise broken(__package__, "TB063", place=place, words=row.text[:80])
    return Quote(row.text, start, end)


def _check_words(form: "BriefForm", place: str) -> None:
    """Words that only the catalogue knows: currencies and countries."""
    if form.budget:
        _known(
            form.budget.currency,
            {money for _, money in countries().values()},
            "currency",
            f"{place}: budget.currency",
        )
    used = [(form.home.country, "home.country")] if form.home else []
    used += [(p.region, "team.region") for row in form.team for p in row.people if p.region]
    for country, field in used:
        if country not in countries():
            raise _unknown_country(country, f"{place}: {field}")
    roles = [row.role for row in form.team]
    if repeated := next((role for role in roles if roles.count(role) > 1), None):
        raise broken(
            __package__,
            "TB062",
            problem=f"The role {repeated} has two rows",
            place=f"{place}: team",
        )


def _known(value: str, words: Any, kind: str, place: str) -> None:
    if value not in words:
        raise _unknown(value, list(words), kind, place)


def _unknown_country(value: str, place: str) -> InputError:
    """A country's code is asked for; its name leads to it."""
    by_name = {name: code for code, (name, _) in countries().items()}
    names = difflib.get_close_matches(value, by_name, n=2, cutoff=0.5)
    words = [f"{by_name[name]} ({name})" for name in names] or list(countries())
    return _unknown(value, words, "country code", place)


def _unknown(value: str, words: list[str], kind: str, place: str) -> InputError:
    near = difflib.get_close_matches(str(value), words, n=3, cutoff=0.4) or words[:5]
    return broken(
        __package__, "TB061", value=str(value)[:80], kind=kind, near=", ".join(near), place=place
    )


def _fault(error: "ValidationError", place: str) -> InputError:
    """The first fault of a form as an error that names its place and the nearest right word."""
    first: ErrorDetails = error.errors(include_url=False)[0]
    path = ".".join(str(part) for part in first["loc"]) or "the whole form"
    where = f"{place}: {path}"
    if first["type"] == "unknown_word":
        return _unknown(first["input"], list(first["ctx"]["words"]), first["ctx"]["kind"], where)
    if first["type"] == "extra_forbidden":
        from tercet.brief.forms import BriefForm

        return _unknown(str(first["loc"][-1]), list(BriefForm.model_fields), "field", where)
    return broken(__package__, "TB062", problem=f"`{path}`: {first['msg']}", place=where)
