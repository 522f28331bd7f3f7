"""Reading YAML that strangers wrote: plain data, no aliases, no repeated keys, no depth bombs."""

import re
from typing import Any

import yaml

from tercet.kernel.errors import InputError

MAX_DEPTH = 24
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _PlainLoader(_Base):  # type: ignore[misc]
    """A safe loader that refuses repeated keys; dates stay text and NO stays Norway."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = True) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        seen = set()
        for key, (key_node, _) in zip(keys, node.value, strict=True):
            if not isinstance(key, str | int | float | bool):
                raise yaml.constructor.ConstructorError(
                    None, None, f"a key must be a word or number, not {key!r}", key_node.start_mark
                )
            if key in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"the key {key!r} stands twice", key_node.start_mark
                )
            seen.add(key)
        return super().construct_mapping(node, deep=deep)  # type: ignore[no-any-return]


# Dates stay text: the stage that reads them says what a date is, with the place where it stands.
# Only true and false are yes and no: YAML 1.1 would read the country NO as false.
_LOOSE = ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")
_PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rows if tag not in _LOOSE]
    for first, rows in _Base.yaml_implicit_resolvers.items()
}
_PlainLoader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf")
)


def parse_yaml(text: str, *, place: str) -> Any:
    """Plain data from YAML (or JSON) text; an `InputError` TC090 names line and rule."""
    try:
        _refuse_bombs(text)
        return yaml.load(text, Loader=_PlainLoader)  # noqa: S506  (subclass of the safe loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{place}:{mark.line + 1}" if mark else place
        what = getattr(error, "problem", None) or "this is not readable as YAML"
        raise InputError(
            "TC090", f"Cannot read the YAML: {what}", place=where,
            hint="Write plain mappings, lists, words and numbers; no anchors, no repeated keys",
        ) from error  # fmt: skip


def _refuse_bombs(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_Base):
        mark: Any = event.start_mark
        if isinstance(event, yaml.AliasEvent):
            raise yaml.constructor.ConstructorError(
                None, None, f"aliases such as *{event.anchor} are not allowed", mark
            )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise yaml.constructor.ConstructorError(
                None, None, f"nested deeper than {MAX_DEPTH} levels", mark
            )
