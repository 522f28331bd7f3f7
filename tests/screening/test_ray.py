"""The Daft engine on Ray, where somebody has installed Ray."""

import os
import subprocess
import sys
from importlib.util import find_spec

import pytest


@pytest.mark.skipif(
    not (find_spec("ray") and find_spec("daft")), reason="Ray or Daft is not installed"
)
def test_ray_gives_the_same_bytes(tmp_path, strong):
    """Two workers on Ray write what one process writes."""
    for number in range(120):
        (tmp_path / f"{number}.txt").write_text(f"{strong}\nReference {number}\n")
    asked = ["--role", "mlops-engineer", "--today", "2026-11-23"]
    ours, rays = tmp_path / "one.json", tmp_path / "ray.json"
    for out, more in ((ours, []), (rays, ["--workers", "2", "--engine", "daft"])):
        files = [str(path) for path in sorted(tmp_path.glob("*.txt"))]
        command = [sys.executable, "-m", "tercet", "screen", *files, *asked, "--out", str(out)]
        runner = os.environ | ({"DAFT_RUNNER": "ray"} if more else {})
        subprocess.run(command + more, env=runner, check=True, capture_output=True)
    assert rays.read_bytes() == ours.read_bytes()
