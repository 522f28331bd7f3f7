"""The same advice gives the same bytes, in this process and in any other."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tercet.advice.records import Advice
from tercet.kernel.jsonable import to_json
from tercet.reports import html, pdf, plan_json, sheet, terminal

OUTPUTS: dict[str, Callable[[Advice], bytes]] = {
    "json": lambda a: to_json(plan_json(a)).encode(),
    "text": lambda a: terminal(a, colour=True, unicode=True).encode(),
    "html": lambda a: html(a).encode(),
    "pdf": pdf,
    "xlsx": sheet,
}
CODE = """
import hashlib, importlib.util, sys
spec = importlib.util.spec_from_file_location("larkspur", sys.argv[1])
m = importlib.util.module_from_spec(spec); spec.loader.exec_module(m)
from tercet.kernel.jsonable import to_json
from tercet.reports import html, pdf, plan_json, sheet, terminal
a = m.larkspur()
for data in (to_json(plan_json(a)).encode(), terminal(a, colour=True, unicode=True).encode(),
             html(a).encode(), pdf(a), sheet(a)):
    print(hashlib.sha256(data).hexdigest())
"""


@pytest.mark.parametrize("name", list(OUTPUTS))
def test_twice(name: str, larkspur: Advice) -> None:
    """Rendering twice gives the same bytes."""
    assert OUTPUTS[name](larkspur) == OUTPUTS[name](larkspur)


def test_in_a_fresh_process(larkspur: Advice) -> None:
    """A new process with another hash seed, clock zone and language gives the same bytes."""
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(Path(__file__).with_name("larkspur.py"))],
        capture_output=True, text=True, check=True, timeout=120,
        env=os.environ | {"PYTHONHASHSEED": "77", "TZ": "Asia/Kolkata", "LC_ALL": "C"},
    )  # fmt: skip
    here = [hashlib.sha256(make(larkspur)).hexdigest() for make in OUTPUTS.values()]
    assert done.stdout.split() == here
