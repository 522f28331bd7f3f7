"""Writing SVG: elements as text, everything escaped, numbers short and the same everywhere."""

from html import escape

from tercet.reports.roles import Family


def text_width(said: str, pixels: float = 12) -> float:
    """Width to reserve for text, some 10 % on the safe side for other fonts."""
    return 0.56 * pixels * len(said)


def shortened(said: str, pixels: float, size: float = 12) -> str:
    """A label cut to the room it has."""
    most = int(pixels / (0.56 * size))
    return said if len(said) <= most else said[: most - 1].rstrip() + "…"


def n(value: float) -> str:
    """A coordinate with at most one decimal."""
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def text(x: float, y: float, said: str, cls: str = "", anchor: str = "start") -> str:
    """A line of text, escaped."""
    where = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{n(x)}" y="{n(y)}"{where} class="{cls}">{escape(said)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, cls: str) -> str:
    """A straight line."""
    return f'<line x1="{n(x1)}" y1="{n(y1)}" x2="{n(x2)}" y2="{n(y2)}" class="{cls}"/>'


def rect(x: float, y: float, w: float, h: float, cls: str, more: str = "") -> str:
    """A rectangle; `more` is further attributes, never a stranger's text."""
    more = f" {more}" if more else ""
    return (
        f'<rect x="{n(x)}" y="{n(y)}" width="{n(max(0, w))}" height="{n(max(0, h))}" '
        f'class="{cls}"{more}/>'
    )


def circle(x: float, y: float, r: float, cls: str) -> str:
    """A disc."""
    return f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(r)}" class="{cls}"/>'


def diamond(x: float, y: float, r: float, cls: str) -> str:
    """A square on its corner."""
    return path(f"M{n(x)} {n(y - r)}L{n(x + r)} {n(y)}L{n(x)} {n(y + r)}L{n(x - r)} {n(y)}Z", cls)


def path(d: str, cls: str) -> str:
    """A path; `d` is made of numbers only."""
    return f'<path d="{d}" class="{cls}"/>'


def picture(w: float, h: float, body: str, title: str, says: str) -> str:
    """The whole drawing with its sentence for those who cannot see it."""
    label = escape(f"{title}. {says}" if says else title)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="c" width="{n(w)}" height="{n(h)}" '
        f'viewBox="0 0 {n(w)} {n(h)}" role="img" aria-label="{label}">{body}</svg>'
    )


def hidden(w: float, h: float, body: str) -> str:
    """A drawing that only repeats what stands beside it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="c" width="{n(w)}" height="{n(h)}" '
        f'viewBox="0 0 {n(w)} {n(h)}" aria-hidden="true">{body}</svg>'
    )


def patterns(prefix: str) -> str:
    """The patterns that tell roles apart without colour: stripes, dots, lines."""
    return (
        f'<defs><pattern id="{prefix}ai" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="6" class="p-ai" '
        'stroke-width="1.6" opacity=".38"/></pattern>'
        f'<pattern id="{prefix}ops" width="6" height="6" patternUnits="userSpaceOnUse">'
        '<circle cx="1.5" cy="1.5" r="1" class="p-ops" opacity=".55"/>'
        '<circle cx="4.5" cy="4.5" r="1" class="p-ops" opacity=".55"/></pattern>'
        f'<pattern id="{prefix}oth" width="5" height="5" patternUnits="userSpaceOnUse">'
        '<line x1="0" y1="2.5" x2="5" y2="2.5" class="p-oth" stroke-width="1" opacity=".35"/>'
        "</pattern></defs>"
    )


def bar(prefix: str, family: Family, x: float, y: float, w: float, h: float, label: str) -> str:
    """A role's bar: fill, pattern, edge, cap and label."""
    w = max(0.5, w)
    round_ = f'rx="{n(min(3, h / 2))}"'
    body = rect(x, y, w, h, f"k-{family}", f'{round_} stroke-width="0"')
    if family != "ds":
        body += (
            f'<rect x="{n(x)}" y="{n(y)}" width="{n(w)}" height="{n(h)}" {round_} '
            f'fill="url(#{prefix}{family})"/>'
        )
    body += rect(x + 0.5, y + 0.5, w - 1, h - 1, f"k-{family}", f'{round_} fill-opacity="0"')
    body += rect(x, y, min(3, w), h, f"s-{family}", 'rx="1.5"')
    if label:
        behind = min(w - 8, text_width(label, 11.5) + 4)
        body += rect(x + 6, y + h / 2 - 6, behind, 12, f"f-{family}") if family != "ds" else ""
        body += text(x + 8, y + h / 2 + 4, label, f"bl x-{family}")
    return body
