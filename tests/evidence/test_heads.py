"""Cues are looked for only where words begin like them, and nothing is missed for it."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tercet.evidence.cues import LANGUAGES, cues
from tercet.evidence.heads import beginnings, heads

WORDS = st.sampled_from(
    [
        "deployed", "model", "on-call", "the", "team", "never", "12", "3k", "99.9%", "İstanbul",
        "ſhipped", "ıt", "(we)", ";", "-", "•", "RAG's", "pipelines", "déployé", "Überwachung",
        "produção", "rollback", "runs", "it", "to", "production", "no", "longer",
    ]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=60)
ATOMS = st.sampled_from(["a", "b", "ab", " ", r"\d", r"\w", "[ab]", "[^a]", r"\.", ".", "É"])
REGEXES = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{0,2}", "{1,2}?"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
        inner.map(lambda one: f"(?!c){one}"),
    ),
    max_leaves=8,
)


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=TEXTS)
@settings(max_examples=25, deadline=None)
def test_nothing_is_missed(language, text):
    """Every concept is found exactly where its whole pattern finds it."""
    known = cues(language)
    for concept, pattern in known.patterns.items():
        assert known.spans(concept, text) == [hit.span() for hit in pattern.finditer(text)]
        assert known.has(concept, text) == bool(pattern.search(text))


@given(REGEXES, st.text("abcÉé12. ", max_size=8))
@example("(?:ab)?a|b", "ab")
@settings(max_examples=300, deadline=None)
def test_each_match_begins_with_a_head(regex, text):
    """What a pattern finds where no word goes on begins with one of its beginnings, if told."""
    known = heads(regex)
    hit = re.compile(rf"(?<!\w)(?:{regex})", re.IGNORECASE).search(text)
    if known is not None and hit and hit.group() and hit.group()[0] != " ":
        assert known & dict(beginnings(text))[hit.start()]


def test_most_concepts_can_be_told_by_their_beginnings():
    """Few lists begin anyhow, so that most are tried at few places."""
    for language in LANGUAGES:
        known = cues(language)
        assert len(known.anyhow) < len(known.patterns) / 6
