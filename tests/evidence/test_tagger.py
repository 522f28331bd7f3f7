"""The tagger and the gazetteer of tools."""

import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from tercet.evidence.tagger import skills_in, spans_of
from tercet.evidence.tools import gazetteer


def test_skills_are_found_with_their_places(catalog):
    """What an advert asks for is marked where it stands."""
    text = "You have experience with Python and knowledge of relational databases."
    found = [text[a:b] for a, b in skills_in(text, gazetteer(catalog.tools))]
    assert "Python" in found
    assert any("databases" in span for span in found)


TAGGING = """
import sys
from tercet.catalog import load_tools
from tercet.evidence.tagger import skills_in
from tercet.evidence.tools import gazetteer
skills_in("You know Python.", gazetteer(load_tools()))
print(*sys.modules)
"""


def test_marking_skills_loads_nothing_else():
    """Who only marks skills pays for neither rules of résumés, nor figures, nor YAML."""
    command = [sys.executable, "-c", TAGGING]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert {"tercet.evidence.tagger", "pycrfsuite"} <= {*loaded}
    assert not {"tercet.evidence.reading", "tercet.catalog.load", "yaml", "numpy"} & {*loaded}


def test_everyday_words_are_no_tools(catalog):
    """Names that are also words count only as names."""
    named = gazetteer(catalog.tools)
    assert [t.name for *_, t in named.find("Ready to go and react at dash speed")] == []
    assert [t.name for *_, t in named.find("Wrote Go and Rust services")] == ["Go", "Rust"]


def test_a_longer_name_wins(catalog):
    """Of names that overlap the longest is meant."""
    found = gazetteer(catalog.tools).find("Used GitHub Actions")
    assert [t.name for *_, t in found] == ["GitHub Actions"]


@given(st.lists(st.sampled_from("BIO"), max_size=12))
@settings(max_examples=80)
def test_spans_cover_what_is_tagged(tags):
    """Spans are apart, in order, and hold every word that is not outside."""
    spans = spans_of(tags)
    inside = [i for a, b in spans for i in range(a, b)]
    assert inside == [i for i, tag in enumerate(tags) if tag != "O"]


@given(st.text(max_size=120))
@settings(max_examples=40, deadline=None)
def test_any_text_can_be_tagged(catalog, text):
    """No text breaks the tagger."""
    for a, b in skills_in(text, gazetteer(catalog.tools)):
        assert 0 <= a < b <= len(text)
