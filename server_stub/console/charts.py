"""Charts as SVG: pure functions from numbers to markup, coloured by the style sheet's classes alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

WIDTH, HEIGHT, FLOOR, TOP = 720, 220, 24, 16
"""Units of the drawing; the page scales it to its column."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One value of a chart; `note` is told to people who point at it, and to those who cannot see it."""

    label: str
    value: float
    note: str
    before: float = 0.0


def draw_bars(bars: Sequence[Bar], title: str) -> Markup:
    """Upright bars; `before` is drawn pale behind each, as what it is compared with. Few labels where they are many."""
    most = max((max(bar.value, bar.before) for bar in bars), default=0) or 1
    step = WIDTH / max(len(bars), 1)
    every = max(1, len(bars) // 8)
    parts = [_open(title, HEIGHT)]
    room = HEIGHT - FLOOR - TOP
    for at, bar in enumerate(bars):
        x = at * step
        for kind, value, inset in (("before", bar.before, 0.1), ("bar", bar.value, 0.22)):
            height = room * max(value, 0) / most
            parts.append(
                Markup('<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" rx="3"/>').format(
                    kind, x + step * inset, HEIGHT - FLOOR - height, step * (1 - 2 * inset), height
                )
            )
        parts.append(Markup('<rect class="hit" x="{:.1f}" y="0" width="{:.1f}" height="{}">').format(x, step, HEIGHT))
        parts.append(Markup("<title>{}</title></rect>").format(bar.note))
        if at % every == 0:
            parts.append(
                Markup('<text x="{:.1f}" y="{}" text-anchor="middle">{}</text>').format(
                    x + step / 2, HEIGHT - 6, bar.label
                )
            )
    parts.append(
        Markup('<line class="floor" x1="0" x2="{}" y1="{}" y2="{}"/></svg>').format(WIDTH, *[HEIGHT - FLOOR] * 2)
    )
    return Markup("").join(parts)


def draw_shares(bars: Sequence[Bar], title: str) -> Markup:
    """One lying bar cut into shares, each of the class that its label names."""
    total = sum(bar.value for bar in bars)
    height = 28
    parts = [_open(title, height)]
    if not total:
        parts.append(Markup('<rect class="none" x="0" y="0" width="{}" height="{}" rx="6"/>').format(WIDTH, height))
    x = 0.0
    for bar in bars:
        width = WIDTH * bar.value / total if total else 0
        if width:
            parts.append(
                Markup(
                    '<rect class="share-{}" x="{:.1f}" y="0" width="{:.1f}" height="{}"><title>{}</title></rect>'
                ).format(bar.label, x, max(width - 3, 1), height, bar.note)
            )
        x += width
    return Markup("").join([*parts, Markup("</svg>")])


def _open(title: str, height: int) -> Markup:
    return Markup('<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}">').format(
        WIDTH, height, escape(title)
    )
