"""The one settings file changes what it names, nothing else, and refuses what it can't mean."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.catalog.load import load_catalog
from tercet.catalog.owned import BAND_COLUMNS, RATE_COLUMNS
from tercet.catalog.settings import apply_settings, load_settings
from tercet.kernel.errors import InputError

CATALOG = load_catalog()


def applied(given, folder=Path()):
    return apply_settings(CATALOG, given, place="settings.yaml", folder=folder)


def table(folder: Path, columns, *rows: str) -> str:
    (folder / "own.csv").write_text("\n".join([",".join(columns), *rows]) + "\n", "utf-8")
    return "own.csv"


def test_nothing_given_changes_nothing():
    """An empty settings file leaves the catalogue as it is."""
    new, rest = applied({})
    assert new == CATALOG
    assert rest == {"limits": {}, "plan": {}}


def test_a_figure_is_overridden_and_called_yours():
    """The value is the user's, the unit stays, and the provenance says whose it is."""
    new, _ = applied({"figures": {"ramp.mid": {"kind": "lognormal", "values": [26, 40]}}})
    mid = new.figures["ramp.mid"]
    assert (mid.value.values, mid.unit, mid.source, mid.grade) == ((26, 40), "weeks", "yours", "J")
    assert "overridden by you" in mid.note
    assert new.sources["yours"].title == "Your settings file"
    assert CATALOG.figures["ramp.mid"].source != "yours"


def test_a_figure_of_a_country_reaches_its_record():
    """Overriding pay-factor.DE changes the region Germany and no other."""
    new, _ = applied({"figures": {"pay-factor.DE": 0.6, "notice.DE.mid": 45}})
    assert new.regions["DE"].pay_factor.value.values == (0.6,)
    assert new.regions["DE"].notice["mid"].value.values == (45,)
    assert new.regions["FR"] == CATALOG.regions["FR"]


def test_productivity_is_given_by_role_and_capability():
    """The short form changes the cell of the matrix that planning reads."""
    new, _ = applied({"productivity": {"data-engineer": {"monitoring": 0.6}}})
    assert new.productivity("data-engineer", "mid", "monitoring") == 0.6


def test_rates_come_from_a_table_beside_the_settings(tmp_path):
    """Rates given replace the shipped ones; the others stay."""
    name = table(tmp_path, RATE_COLUMNS, "EUR,1.25,2026-11-20")
    new, _ = applied({"rates": name}, tmp_path)
    assert str(new.rates.usd["EUR"]) == "1.25"
    assert new.rates.usd["GBP"] == CATALOG.rates.usd["GBP"]
    assert new.figures["rate.EUR"].date == "2026-11-20"


def test_bands_go_before_the_shipped_ones(tmp_path):
    """The user's band stands first with the source that the market stage prefers."""
    name = table(
        tmp_path, BAND_COLUMNS, "ai-engineer,senior,DE,EUR,70000,80000,90000,1e5,11e4,2026"
    )
    new, _ = applied({"bands": name}, tmp_path)
    assert len(new.bands) == len(CATALOG.bands) + 1
    assert new.bands[0]["source"] == "yours"
    assert set(CATALOG.bands[0]) <= set(new.bands[0])


def test_limits_and_plan_come_back_in_the_form_of_stages():
    """Flags become None, lists tuples, days ISO text."""
    limits = {
        "headcount": 5, "offshore-share": 0.4, "onshore-only": True, "regions": ["EU", "US"],
        "data-residency": "EU", "no-channel": ["pod"], "onshore-role": ["ai-engineer"],
        "resilience": True, "start": "2027-01-04", "budget": 5e5, "deadline": "2027-10-31",
    }  # fmt: skip
    _, rest = applied({"limits": limits, "plan": {"confidence": 0.9, "seed": 7}})
    assert rest["limits"] == limits | {
        "onshore-only": None, "resilience": None, "regions": ("EU", "US"),
        "data-residency": ("EU",), "no-channel": ("pod",), "onshore-role": ("ai-engineer",),
    }  # fmt: skip
    assert rest["plan"] == {"confidence": 0.9, "seed": 7}


@pytest.mark.parametrize(
    ("code", "given", "hint"),
    [
        ("TC060", {"figurs": {}}, "figures"),
        ("TC060", {"limits": {"head-count": 3}}, "headcount"),
        ("TC060", {"productivity": {"data-enginer": {}}}, "data-engineer"),
        ("TC060", {"productivity": {"data-engineer": {"monitor": 1}}}, "monitoring"),
        ("TC061", {"figures": {"ramp.mids": 3}}, "ramp.mid"),
        ("TC007", {"figures": {"ramp.mid": -3}}, None),
        ("TC007", {"figures": {"mentor.share": 15}}, None),
        ("TC020", {"figures": {"ramp.mid": {"kind": "beta", "values": [0.5, 9]}}}, None),
        ("TC062", {"figures": []}, None),
        ("TC062", {"figures": {"ramp.mid": "long"}}, None),
        ("TC062", {"figures": {"ramp.mid": True}}, None),
        ("TC062", {"figures": {"ramp.mid": float("nan")}}, None),
        ("TC062", {"figures": {"ramp.mid": {"kind": "gauss", "values": [1]}}}, None),
        ("TC062", {"figures": {"ramp.mid": {"kind": ["point"], "values": [1]}}}, None),
        ("TC062", {"figures": {"ramp.mid": {"kind": "lognormal", "values": [9, 2]}}}, None),
        ("TC062", {"figures": {"ramp.mid": {"kind": "point", "values": ["x"]}}}, None),
        ("TC062", {"rates": 3}, None),
        ("TC062", {"rates": "a\0b"}, None),
        ("TC062", {"limits": {"headcount": 0}}, None),
        ("TC062", {"limits": {"headcount": 2.5}}, None),
        ("TC062", {"limits": {"offshore-share": 40}}, None),
        ("TC062", {"limits": {"resilience": False}}, None),
        ("TC062", {"limits": {"regions": ["Atlantis"]}}, None),
        ("TC062", {"limits": {"regions": []}}, None),
        ("TC062", {"limits": {"deadline": "soon"}}, None),
        ("TC062", {"limits": {"budget": -1}}, None),
        ("TC062", {"plan": {"seed": "x"}}, None),
        ("TC094", {"rates": "nowhere.csv"}, None),
    ],
)
def test_a_wrong_setting_is_refused_with_its_place(code, given, hint):
    """Unknown keys, unknown figures and wrong values are named, with the nearest known word."""
    with pytest.raises(InputError) as raised:
        applied(given)
    assert raised.value.code == code
    assert raised.value.place
    assert hint is None or hint in (raised.value.hint or "")


@pytest.mark.parametrize(
    ("code", "key", "columns", "row"),
    [
        ("TC063", "rates", RATE_COLUMNS, ""),
        ("TC005", "rates", RATE_COLUMNS, "EUR,one,2026-11-20"),
        ("TC007", "rates", RATE_COLUMNS, "EUR,0,2026-11-20"),
        ("TC012", "rates", RATE_COLUMNS, "EUR,1.1,yesterday"),
        ("TC002", "bands", BAND_COLUMNS[1:], "senior,DE,EUR,1,2,3,4,5,2026"),
        ("TC009", "bands", BAND_COLUMNS, "wizard,senior,DE,EUR,1,2,3,4,5,2026"),
        ("TC009", "bands", BAND_COLUMNS, "ai-engineer,senior,DE,XXX,1,2,3,4,5,2026"),
        ("TC006", "bands", BAND_COLUMNS, "ai-engineer,senior,DE,EUR,5,4,3,2,1,2026"),
    ],
)
def test_a_faulty_table_of_the_user_is_refused_with_its_line(tmp_path, code, key, columns, row):
    """The first fault of the user's own table is raised with the table's name."""
    name = table(tmp_path, columns, row)
    with pytest.raises(InputError) as raised:
        applied({key: name}, tmp_path)
    assert raised.value.code == code
    assert (raised.value.place or "").startswith(name)


def test_a_settings_file_is_read_with_the_tables_beside_it(tmp_path):
    """Paths in a settings file are seen from the file itself, wherever one stands."""
    table(tmp_path, RATE_COLUMNS, "EUR,1.25,2026-11-20")
    file = tmp_path / "mine.yaml"
    file.write_text("rates: own.csv\nlimits: {regions: [NO]}\nplan: {seed: 3}\n", "utf-8")
    new, rest = load_settings(file, CATALOG)
    assert str(new.rates.usd["EUR"]) == "1.25"
    assert (rest.limits, rest.plan) == ({"regions": ("NO",)}, {"seed": 3})


def test_without_a_settings_file_nothing_changes():
    """No file means the catalogue as shipped, and no limits or options."""
    new, rest = load_settings(None, CATALOG)
    assert new is CATALOG
    assert not rest.limits
    assert not rest.plan


@pytest.mark.parametrize("text", ["# nothing\n", "- a list\n", "word\n"])
def test_a_settings_file_that_is_no_mapping_is_refused(tmp_path, text):
    """A file that holds anything but settings is refused with its name."""
    file = tmp_path / "mine.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(InputError) as raised:
        load_settings(file, CATALOG)
    assert (raised.value.code, raised.value.place) == ("TC062", str(file))


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
SECTION = st.sampled_from(["figures", "productivity", "rates", "bands", "limits", "plan"])
KEY = st.sampled_from(["ramp.mid", "data-engineer", "headcount", "regions", "start", "seed"])


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(SECTION, JUNK | st.dictionaries(KEY, JUNK, max_size=2), max_size=2))
def test_any_settings_are_taken_or_refused_and_never_crash(given):
    """Whatever stands in the file, the answer is a catalogue or an `InputError`."""
    with contextlib.suppress(InputError):
        new, rest = applied(given, Path("nowhere"))
        assert set(rest) == {"limits", "plan"}
        assert set(new.figures) == set(CATALOG.figures)
