"""Pages set in many ways by a real typesetter: every sentence is whole, wherever it stood."""

import random
import re
import unicodedata

import pytest

from tercet.documents.reading import read_document

typst = pytest.importorskip("typst")
WORDS = re.split(
    " ",
    "operated shipped nightly loads fraud model scorer service release pipeline monitoring alarms "
    "customers real-time office efficient Kubernetes Terraform Airflow with and the for of in a to "
    "by 2021 payments, weekly report team quality checks that stays flat when traffic doubles",
)


class Setter:
    """Writes one résumé in a layout drawn at random, and keeps the sentences it wrote."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.written: list[str] = []

    def sentence(self, least: int, most: int) -> str:
        words = [self.rng.choice(WORDS) for _ in range(self.rng.randint(least, most))]
        self.written.append(" ".join(words).capitalize())
        return self.written[-1]

    def job(self) -> str:
        name, when = self.rng.choice(["*Engineer, Acorn*", "*Analyst, Beech*"]), "2019 – 2023"
        did = "\n".join(f"- {self.sentence(4, 26)}" for _ in range(self.rng.randint(1, 5)))
        return self.rng.choice(
            [
                f"{name} #h(1fr) {when}\n{did}\n",
                f"#grid(columns: (2.6cm, 1fr), gutter: 10pt, [{when}], [{name}\n{did}])\n",
                f"#grid(columns: (1fr, auto), [{name}], [{when}])\n{did}\n",
                f"{name} | {when}\n\n{did}\n",
            ]
        )

    def page(self) -> str:
        rng = self.rng
        head = f"#set page(margin: {rng.choice([1.5, 2, 2.5])}cm)\n"
        size, divided, flush = rng.choice([9, 10, 11]), rng.random() < 0.5, rng.random() < 0.5
        head += f'#set text(size: {size}pt, hyphenate: {str(divided).lower()}, lang: "en")\n'
        head += f"#set par(justify: {str(flush).lower()})\n"
        main = "== Experience\n" + "\n".join(self.job() for _ in range(rng.randint(1, 4)))
        side = "== Skills\n" + " \\\n".join(self.sentence(1, 4) for _ in range(rng.randint(3, 8)))
        gap, wide = rng.choice([12, 16, 24]), rng.choice([4, 5, 6])
        layout = rng.randrange(4)
        if layout == 0:
            return f"{head}= Mira Holt\n{main}\n{side}"
        if layout == 1:
            return f"{head}#grid(columns: ({wide}cm, 1fr), gutter: {gap}pt, [{side}], [{main}])"
        if layout == 2:
            top = self.sentence(10, 30)
            grid = f"#grid(columns: (1fr, {wide}cm), gutter: {gap}pt, [{main}], [{side}])"
            return f"{head}{top}\n\n{grid}"
        return f"#set page(columns: 2)\n{head}= Mira Holt\n{main}\n{side}"


def plain(text: str) -> str:
    return re.sub(r"[\s\u2010\u2011-]", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("seed", range(12))
def test_every_sentence_is_found_whole(seed) -> None:
    """Columns, tables, hyphens, justification and ligatures leave each sentence in one piece."""
    setter = Setter(seed)
    document = read_document(typst.compile(setter.page().encode()), "cv.pdf")
    text = plain(document.text)
    assert [sentence for sentence in setter.written if plain(sentence) not in text] == []
    assert document.integrity == ()
