"""Train the tagger of skills on SkillSpan's training part and write its artefact.

Run from the checkout's root: .venv/bin/python tools/train_tagger.py ../shared/data/skills/skillspan
Same data, same library version → same bytes.
"""

import hashlib
import json
import sys
from pathlib import Path

import pycrfsuite

from tercet.catalog import load_tools
from tercet.evidence.tagger import MODEL, features
from tercet.evidence.tools import gazetteer

SETTINGS = {"c1": 0.05, "c2": 0.2, "max_iterations": 120, "feature.minfreq": 2}


def main(folder: str) -> None:
    """Train on `train.json` of the folder; nothing else is read."""
    named = gazetteer(load_tools())
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=SETTINGS, verbose=False)
    with (Path(folder) / "train.json").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            tags = [tag[0] for tag in row["tags_knowledge"]]
            trainer.append(features(row["tokens"], named), tags)
    trainer.train(str(MODEL))
    data = MODEL.read_bytes()
    print(f"{MODEL.name}: {len(data):,} bytes, sha256 {hashlib.sha256(data).hexdigest()}")


if __name__ == "__main__":
    main(sys.argv[1])
