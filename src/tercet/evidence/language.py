"""Which language a résumé is written in, by its frequent words."""

import re
from collections import Counter

from tercet.evidence.cues import LANGUAGES, data, stopwords

_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """ISO 639-1 code of the language with most frequent words; "und" where none stands out."""
    words = Counter(word.lower() for word in _WORD.findall(text))
    others = data("others")
    scores = {code: stopwords(code) for code in LANGUAGES} | {
        code: frozenset(row) for code, row in others.items()
    }
    counts = {code: sum(min(words[word], 5) for word in known) for code, known in scores.items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] >= 2 else "und"
