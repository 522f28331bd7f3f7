"""A brief as a form, and back."""

import json
from collections.abc import Callable
from datetime import date
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tercet.brief.contract import brief_json
from tercet.brief.forms import schema
from tercet.brief.read import read_brief
from tercet.brief.records import Brief
from tercet.brief.written import brief_from_text, brief_to_yaml, load_brief
from tercet.catalog.records import Catalog
from tercet.kernel.errors import InputError
from tercet.kernel.jsonable import to_json

TODAY = date(2026, 11, 23)
BRIEFS = Path(__file__).parent / "briefs/development.jsonl"
LARKSPUR = """# Card fraud

Larkspur Cards in Amsterdam. Score each payment in real time; doubtful ones go to an analyst.
Budget between 500 and 600k euros, live by 29 October 2027. Data must not leave the EU.
One senior data scientist, a handful of developers (one leaves in June). At most six people.
"""


def form(catalog: Catalog, text: str) -> Brief:
    return brief_from_text("form: tercet-brief\n" + text, catalog, today=TODAY)


@pytest.mark.parametrize(
    "text", [LARKSPUR, *(json.loads(row)["text"] for row in BRIEFS.read_text("utf-8").splitlines())]
)
def test_a_brief_survives_its_form(read: Callable[..., Brief], catalog: Catalog, text: str) -> None:
    """Writing a brief as YAML and reading that gives an equal brief, and again the same YAML."""
    brief = read(text)
    again = brief_from_text(brief_to_yaml(brief), catalog, today=TODAY)
    assert again == brief
    assert brief_to_yaml(again) == brief_to_yaml(brief)


@example("0\x850")
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_text_survives_its_form(catalog: Catalog, text: str) -> None:
    """Whatever characters a text holds, its form gives them back."""
    brief = read_brief(f"# {text}\nBank in Lyon {text}", catalog, today=TODAY)
    assert brief_from_text(brief_to_yaml(brief), catalog, today=TODAY) == brief


def test_json_is_read_like_yaml(catalog: Catalog) -> None:
    """The same form in JSON gives the same brief."""
    data = {"form": "tercet-brief", "home": "NL", "needs": ["real-time"]}
    assert brief_from_text(json.dumps(data), catalog, today=TODAY) == form(
        catalog, "home: NL\nneeds: [real-time]"
    )


def test_an_edit_takes_effect(read: Callable[..., Brief], catalog: Catalog) -> None:
    """A filled gap drops its assumption and question, a new deadline its old finding."""
    text = brief_to_yaml(read("Fraud at a bank in Lyon. Live by 1 May 2025."))
    edited = text.replace("'2025-05-01'", "'2027-05-01'").replace(
        "budget: null", "budget: {amount: 5000, currency: EUR}"
    )
    brief = brief_from_text(edited, catalog, today=TODAY)
    assert "TB021" not in [f.code for f in brief.findings]
    assert "budget" not in [q.field for q in brief.questions]
    assert not any("budget" in a.text for a in brief.assumptions)


def test_a_short_form_is_enough(catalog: Catalog) -> None:
    """One word stands for a field, counts make people, and gaps are asked for."""
    brief = form(
        catalog,
        "archetype: fraud-detection\nhome: NL\ndeadline: 2027-10-29\n"
        "team: [{role: data-scientist, count: 2}]",
    )
    assert [p.label for p in brief.team[0].people] == ["data-scientist 1", "data-scientist 2"]
    assert brief.archetype.confidence == 1
    assert "budget" in [q.field for q in brief.questions]


@pytest.mark.parametrize(
    ("text", "code", "place", "says"),
    [
        ("home: Germany", "TB061", "home.country", "DE"),
        ("home: XX", "TB061", "home.country", "XX"),
        ("budget: {amount: 5, currency: EUX}", "TB061", "budget.currency", "EUR"),
        ("team: [{role: data-scientits}]", "TB061", "team.0.role", "data-scientist"),
        ("needs: [realtime]", "TB061", "needs.0.id", "real-time"),
        ("archetype: fraud", "TB061", "archetype.id", "fraud-detection"),
        ("archetyp: x", "TB061", "archetyp", "archetype"),
        ("budget: {amount: -5, currency: EUR}", "TB062", "budget.amount", "greater than 0"),
        ("budget: {amount: .nan, currency: EUR}", "TB062", "budget.amount", "finite"),
        ("deadline: soon", "TB062", "deadline.date", "date"),
        ("team: [{role: data-scientist, count: 0}]", "TB062", "team.0.count", "greater"),
        ("team: [{role: data-scientist}, {role: data-scientist}]", "TB062", "team", "two rows"),
        ("team: [{role: data-scientist, count: 3, people: [{}]}]", "TB062", "team", "3"),
        ("text: abc\nhome: {country: NL, quote: xyz}", "TB063", "brief", "xyz"),
        ("text: abc\nhome: {country: NL, quote: {text: b, start: 0}}", "TB063", "brief", "b"),
        ("text: &a [x]\nneeds: *a", "TC090", "brief:3", "aliases"),
        ("- x", "TC090", "brief:2", ""),
    ],
)
def test_a_fault_is_named_with_its_place(
    catalog: Catalog, text: str, code: str, place: str, says: str
) -> None:
    """Each fault of a form names rule, place and the nearest right word."""
    with pytest.raises(InputError) as caught:
        form(catalog, text)
    assert caught.value.code == code
    assert place in str(caught.value.place)
    assert says in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize("text", ["{}", "[1, 2]", "3", "null"])
def test_json_of_another_shape(catalog: Catalog, text: str) -> None:
    """Only a mapping is a form; an empty one leaves everything open."""
    if text == "{}":
        assert brief_from_text(text, catalog, today=TODAY, form=True).archetype.id == "generic-ml"
    else:
        with pytest.raises(InputError, match="TB062"):
            brief_from_text(text, catalog, today=TODAY, form=True)


def test_files_are_told_by_name_and_content(tmp_path: Path, catalog: Catalog) -> None:
    """Words, YAML and JSON files each lead to a brief; an empty or binary file to an error."""
    for name, content in (
        ("a.md", "Bank in Lyon."),
        ("a.yaml", "home: FR"),
        ("a.json", '{"home": "FR"}'),
    ):
        (tmp_path / name).write_text(content, "utf-8")
        home = load_brief(tmp_path / name, catalog, today=TODAY).home
        assert home
        assert home.country == "FR"
    for data, code in ((b"", "TC093"), (b"\x00\x01\x02", "TC092"), (b"x" * 2_000_001, "TC091")):
        (tmp_path / "b.md").write_bytes(data)
        with pytest.raises(InputError, match=code):
            load_brief(tmp_path / "b.md", catalog, today=TODAY)


def test_other_encodings_are_read(tmp_path: Path, catalog: Catalog) -> None:
    """A Windows-1252 file with a euro sign is read like a UTF-8 one."""
    (tmp_path / "a.txt").write_bytes("Bank in Lyon. Budget €500k.".encode("cp1252"))
    budget = load_brief(tmp_path / "a.txt", catalog, today=TODAY).budget
    assert budget
    assert budget.money.currency == "EUR"


def test_the_published_schema_is_the_form() -> None:
    """brief.schema.json is what the models say; `python -m tercet.brief.forms` writes it."""
    published = (
        resources.files("tercet.brief.data").joinpath("brief.schema.json").read_text("utf-8")
    )
    assert published == to_json(schema())


def test_the_contract_has_its_fields(read: Callable[..., Brief]) -> None:
    """The JSON of `tercet brief` has the fields of its contract, null where nothing is."""
    full, bare = brief_json(read(LARKSPUR)), brief_json(read("Please help."))
    fields = [
        "archetype",
        "deadline",
        "budget",
        "home",
        "team",
        "needs",
        "limits",
        "assumptions",
        "questions",
        "findings",
    ]
    assert list(full) == list(bare) == fields
    assert full["archetype"]["id"] == "fraud-detection" or full["archetype"]["quote"]
    assert full["deadline"] == {"date": "2027-10-29", "quote": "29 October 2027"}
    assert full["budget"] == {
        "amount": 600000,
        "currency": "EUR",
        "quote": "between 500 and 600k euros",
    }
    assert full["home"] == {"country": "NL", "quote": "Amsterdam"}
    assert full["team"][0] == {
        "role": "data-scientist", "count": 1, "quote": "One senior data scientist",
        "people": [{"level": "senior", "region": None, "leaves": None}],
    }  # fmt: skip
    assert (bare["deadline"], bare["budget"], bare["home"], bare["team"]) == (None, None, None, [])
    json.dumps(full)
