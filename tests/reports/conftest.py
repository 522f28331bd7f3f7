"""The Larkspur fixture, loaded once; see larkspur.py."""

import importlib.util
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from tercet.advice.records import Advice, Do
from tercet.brief.records import Assumption, Question
from tercet.kernel.provenance import Source
from tercet.kernel.rules import Finding


@pytest.fixture(scope="session")
def larkspur_module() -> ModuleType:
    """The module tests/reports/larkspur.py."""
    path = Path(__file__).with_name("larkspur.py")
    spec = importlib.util.spec_from_file_location("larkspur", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def larkspur(larkspur_module: ModuleType) -> Advice:
    """The advice whose answer is yes."""
    return larkspur_module.larkspur()  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def nothing_fits(larkspur_module: ModuleType) -> Advice:
    """The advice whose answer is no."""
    return larkspur_module.nothing_fits()  # type: ignore[no-any-return]


@pytest.fixture
def snapshot() -> Callable[[str, str], None]:
    """Compare a text with the file of that name under snapshots/.

    With TERCET_UPDATE_SNAPSHOTS=1 in the environment the file is written instead.
    """

    def check(name: str, text: str) -> None:
        path = Path(__file__).with_name("snapshots") / name
        if os.environ.get("TERCET_UPDATE_SNAPSHOTS") == "1":
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
        assert text == path.read_text("utf-8"), f"{name} differs; see this fixture's docstring"

    return check


HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)> & \"' </text> {{ 7*7 }} "
    '#eval("1+1") $x^2$ *bold* @ref \\u{41} \x1b[31mred\x07 \u202eRTL\u2066 العربية 漢字 🎉 '
    + "x"
    * 300
)
FORMULA = '=HYPERLINK("http://example.org","click")'


@pytest.fixture(scope="session")
def hostile(larkspur: Advice) -> Advice:
    """Larkspur with markup, formulas and odd letters wherever a stranger's text may stand."""
    choice = larkspur.recommended
    assert choice
    engagements = tuple(
        replace(e, label=HOSTILE, reason=FORMULA + HOSTILE) for e in choice.plan.engagements
    )
    finding = Finding("TP014", "warning", HOSTILE, HOSTILE, FORMULA)
    brief = replace(
        larkspur.brief, title=HOSTILE, text=HOSTILE + "\n\n" + larkspur.brief.text,
        assumptions=(Assumption(HOSTILE, "J", FORMULA),), questions=(Question(FORMULA, "x"),),
        findings=(finding,),
    )  # fmt: skip
    packages = tuple(
        replace(p, name=FORMULA + p.name, artefact=HOSTILE, done_when=HOSTILE)
        for p in larkspur.project.packages
    )
    return replace(
        larkspur, brief=brief, project=replace(larkspur.project, packages=packages),
        recommended=replace(choice, plan=replace(choice.plan, engagements=engagements)),
        alternatives=tuple(replace(a, why=HOSTILE) for a in larkspur.alternatives),
        do_first=(Do(larkspur.today, FORMULA, HOSTILE),),
        sources=(Source("tercet", HOSTILE, "javascript:alert(3)", "2026"),),
    )  # fmt: skip
