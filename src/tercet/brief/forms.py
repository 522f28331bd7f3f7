"""The written form of a brief as models: shape, types and words of its fields.

Only `tercet.brief.written` imports this module, and only when a form is read, because pydantic
is too heavy for the rest.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SkipValidation,
)
from pydantic_core import PydanticCustomError

from tercet.brief.records import LimitKind
from tercet.catalog.blueprints import shipped_kinds
from tercet.catalog.records import ARCHETYPES, CAPABILITIES, LEVELS, NEEDS, ROLES, Size
from tercet.kernel.provenance import Grade
from tercet.kernel.rules import Severity


def _known(kind: str, words: tuple[str, ...]) -> AfterValidator:
    """Refuses other words than these, with the list, from which a hint is made."""

    def check(value: str) -> str:
        if value not in words:
            raise PydanticCustomError("unknown_word", "unknown", {"kind": kind, "words": words})
        return value

    return AfterValidator(check)


def _listed(words: tuple[str, ...]) -> Any:
    return Field(json_schema_extra={"enum": list(words)})


ArchetypeId = Annotated[str, _known("kind of project", ARCHETYPES), _listed(ARCHETYPES)]
NeedId = Annotated[str, _known("need", NEEDS), _listed(NEEDS)]
RoleId = Annotated[str, _known("role", ROLES), _listed(ROLES)]
LimitId = Annotated[str, _known("kind of limit", get_args(LimitKind)), _listed(get_args(LimitKind))]
LevelId = Annotated[str, _known("level", LEVELS), _listed(LEVELS)]
CapabilityId = Annotated[str, _known("capability", CAPABILITIES), _listed(CAPABILITIES)]
SizeId = Annotated[str, _known("size", get_args(Size)), _listed(get_args(Size))]


def _under(key: str) -> BeforeValidator:
    """Lets one word stand for a mapping with only `key`: `home: NL` for `home: {country: NL}`."""
    return BeforeValidator(lambda value: {key: value} if isinstance(value, str | date) else value)


def _kinds(field: dict[str, Any]) -> None:
    """The schema names the kinds of package that the catalogue holds."""
    field["enum"] = list(shipped_kinds())


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", str_max_length=2_000_000)


class QuoteForm(_Form):
    """Words of the text; without `start` the first place where they stand."""

    text: Annotated[str, Field(min_length=1)]
    start: Annotated[int, Field(ge=0)] | None = None
    end: Annotated[int, Field(ge=0)] | None = None


QuoteField = Annotated[QuoteForm, _under("text")] | None


class ArchetypeForm(_Form):
    """The kind of project; a confidence of 1 means that somebody set it."""

    id: ArchetypeId
    confidence: Annotated[float, Field(ge=0, le=1)] = 1.0
    quote: QuoteField = None
    others: dict[ArchetypeId, Annotated[float, Field(ge=0, le=1)]] = {}


class DeadlineForm(_Form):
    """The day by which the product is to be live."""

    date: date
    quote: QuoteField = None


class BudgetForm(_Form):
    """The most that may be spent on people."""

    amount: Annotated[Decimal, Field(gt=0, lt=Decimal(10) ** 15)]
    currency: str
    quote: QuoteField = None


class HomeForm(_Form):
    """The customer's country, ISO 3166-1 alpha-2."""

    country: str
    place: str | None = None
    quote: QuoteField = None


class PersonForm(_Form):
    """One person on staff; `share` is the part of the week that the project gets."""

    level: LevelId | None = None
    region: str | None = None
    share: Annotated[float, Field(gt=0, le=1)] = 1.0
    leaves: date | None = None


class TeamForm(_Form):
    """People of one role: their count, or each of them."""

    role: RoleId
    count: Annotated[int, Field(ge=1, le=99)] | None = None
    quote: QuoteField = None
    people: list[PersonForm] = []


class NeedForm(_Form):
    """A property of the product that adds or enlarges work."""

    id: NeedId
    quote: QuoteField = None


class LimitForm(_Form):
    """A restriction on the team; soft when only preferred."""

    kind: LimitId
    value: float | str | list[str] | None = None
    soft: bool = False
    quote: QuoteField = None


class AssumptionForm(_Form):
    """Something taken for given."""

    text: str
    grade: Grade = "J"
    figure: str | None = None


class QuestionForm(_Form):
    """What to ask the customer."""

    text: str
    field: str = "other"


class FindingForm(_Form):
    """A remark by a rule, as it was made when the text was read."""

    code: str
    severity: Severity
    message: str
    place: str | None = None
    fix: str | None = None


class LinkForm(_Form):
    """A predecessor. When not hard, work may start at half of it; left out, the kinds decide."""

    id: str
    hard: bool | None = None


class EffortForm(_Form):
    """Low, likely and high."""

    low: Annotated[float, Field(ge=0)]
    likely: Annotated[float, Field(ge=0)]
    high: Annotated[float, Field(ge=0)]


Three = Annotated[list[float], Field(min_length=3, max_length=3)]


class PackageForm(_Form):
    """A work package. What is left out comes from its kind; nothing is scaled."""

    id: str
    name: str
    kind: Annotated[str, Field(json_schema_extra=_kinds)]
    after: list[str | LinkForm] = []
    work: dict[CapabilityId, EffortForm | Three | float]
    """Capability → person-weeks of a full mid-level specialist."""
    wait: EffortForm | Three | float | None = None
    """Elapsed weeks that the package lasts at least."""
    outside: dict[str, EffortForm | Three | float] = {}
    artefact: str = ""
    done_when: str = ""
    handoff: str = ""
    grade: Grade = "J"
    basis: str = ""


class BriefForm(_Form):
    """A brief as a form that people may write and edit. Every field may be left out."""

    form: Literal["tercet-brief"] = "tercet-brief"
    title: str | None = None
    archetype: Annotated[ArchetypeForm, _under("id")] | None = None
    size: SizeId = "M"
    size_quote: QuoteField = None
    deadline: Annotated[DeadlineForm, _under("date")] | None = None
    budget: BudgetForm | None = None
    home: Annotated[HomeForm, _under("country")] | None = None
    team: list[TeamForm] = []
    needs: list[Annotated[NeedForm, _under("id")]] = []
    limits: list[Annotated[LimitForm, _under("kind")]] = []
    languages: Annotated[int, Field(ge=1, le=200)] = 1
    assumptions: list[Annotated[AssumptionForm, _under("text")]] = []
    questions: list[Annotated[QuestionForm, _under("text")]] = []
    findings: list[FindingForm] = []
    packages: SkipValidation[list[PackageForm]] | None = None
    """Work of the user's own, in place of the blueprint. The catalogue's rules check it."""
    live: str | None = None
    """Id of the package whose end means live; left out, the last before hypercare."""
    text: str = ""


def schema() -> dict[str, Any]:
    """The JSON Schema of the form."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **BriefForm.model_json_schema(),
    }


if __name__ == "__main__":
    import sys

    from tercet.kernel.jsonable import to_json

    sys.stdout.write(to_json(schema()))
