"""Placing labels beside marks so that none covers another."""

from dataclasses import dataclass, field

from tercet.reports.charts.svg import text_width

Box = tuple[float, float, float, float]


@dataclass(slots=True)
class Labels:
    """Boxes taken so far inside a frame; built up while one chart is drawn, then dropped."""

    frame: Box
    taken: list[Box] = field(default_factory=list)

    def block(self, x: float, y: float, r: float) -> None:
        """Keep labels off a mark."""
        self.taken.append((x - r, y - r, x + r, y + r))

    def keep_clear(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Keep labels off a line, or off another label."""
        self.taken.append((min(x0, x1) - 2, min(y0, y1) - 2, max(x0, x1) + 2, max(y0, y1) + 2))

    def place(self, x: float, y: float, said: str, gap: float = 10) -> tuple[float, float, str]:
        """Anchor point and side for a label at a mark; the first side that is free wins."""
        w, h = text_width(said), 14.0
        sides = (
            (x + gap, y + 4, "start", (x + gap, y - 8, x + gap + w, y + 6)),
            (x - gap, y + 4, "end", (x - gap - w, y - 8, x - gap, y + 6)),
            (x, y - gap - 1, "middle", (x - w / 2, y - gap - h, x + w / 2, y - gap + 2)),
            (x, y + gap + 10, "middle", (x - w / 2, y + gap - 2, x + w / 2, y + gap + 14)),
            (x + gap, y - gap, "start", (x + gap, y - gap - 12, x + gap + w, y - gap + 3)),
            (x - gap, y + gap + 9, "end", (x - gap - w, y + gap - 3, x - gap, y + gap + 12)),
        )
        best = min(sides, key=lambda side: self._cost(side[3]))
        self.taken.append(best[3])
        return best[0], best[1], best[2]

    def _cost(self, box: Box) -> float:
        """Area covered of others, and ten times the area outside the frame."""
        x0, y0, x1, y1 = self.frame
        inside = _overlap(box, (x0, y0, x1, y1))
        outside = (box[2] - box[0]) * (box[3] - box[1]) - inside
        return 10 * outside + sum(_overlap(box, other) for other in self.taken)


def _overlap(a: Box, b: Box) -> float:
    w = min(a[2], b[2]) - max(a[0], b[0])
    h = min(a[3], b[3]) - max(a[1], b[1])
    return max(0.0, w) * max(0.0, h)
