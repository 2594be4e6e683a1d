"""The one style sheet, generated from the tokens for Qt's own widgets. Our painted widgets do not need it."""

from desktop.ui.theme.look import Theme
from desktop.ui.theme.tokens import FOCUS_RING, RADIUS_CARD, RADIUS_SMALL, TEXT_STYLES

_CELL_INSET = 3
"""What Qt adds to the padding of a cell, and not to that of a head."""

_TONES = ("text", "muted", "primary", "ok", "warn", "danger")
_STRIPS = {"info": ("text", "tint"), "ok": ("ok", "ok_ground"), "warn": ("warn", "warn_ground")}
_GROUNDS = {**_STRIPS, "danger": ("danger", "danger_ground")}


def style_sheet(theme: Theme) -> str:
    """The style sheet of a theme."""
    parts = (_labels, _boxes, _strips, _fields, _tables, _scroll_bars, _small_parts)
    return "\n".join(part(theme) for part in parts)


def _labels(theme: Theme) -> str:
    sizes = [
        f'QLabel[role="{role}"] {{ font-size: {theme.text_px(role)}px; font-weight: {style.weight}; }}'
        for role, style in TEXT_STYLES.items()
    ]
    quiet = [f'QLabel[role="{role}"] {{ color: {theme.hex("muted")}; }}' for role in ("label", "caption", "quiet")]
    tones = [f'QLabel[tone="{tone}"] {{ color: {theme.hex(tone)}; }}' for tone in _TONES]
    return "\n".join(["QLabel { background: transparent; }", *sizes, *quiet, *tones])


def _boxes(theme: Theme) -> str:
    line, surface, radius = theme.hex("line"), theme.hex("surface"), theme.px(RADIUS_CARD)
    tinted = [
        f'QFrame[box="card"][ground="{name}"] {{ background: {theme.hex(ground)}; border-color: {theme.hex(ground)}; }}'
        for name, (_, ground) in _GROUNDS.items()
    ]
    return "\n".join(
        [
            f'QFrame[box="card"] {{ background: {surface}; border: 1px solid {line}; border-radius: {radius}px; }}',
            f'QFrame[box="card"][ground="raised"] {{ background: {theme.hex("raised")}; }}',
            *tinted,
            f'QFrame[box="card"][outline="ok"] {{ border: {theme.px(3)}px solid {theme.hex("ok")}; }}',
            f'QFrame[box="card"][outline="danger"] {{ border: {theme.px(3)}px solid {theme.hex("danger")}; }}',
            f'QFrame[box="bar"] {{ background: {surface}; border: 0; border-bottom: 1px solid {line}; }}',
            f'QFrame[box="side"] {{ background: {surface}; border: 0; border-right: 1px solid {line}; }}',
            'QFrame[box="side"] QFrame[box="side"] { border: 0; }',
            f'QFrame[box="rule"] {{ background: {line}; border: 0; }}',
        ]
    )


def _strips(theme: Theme) -> str:
    return "\n".join(
        f'QFrame[strip="{kind}"] {{ background: {theme.hex(ground)}; border: 0; border-radius: {theme.px(10)}px; }}'
        f'\nQFrame[strip="{kind}"] QLabel[strip="word"] {{ color: {theme.hex(ink)}; }}'
        for kind, (ink, ground) in _GROUNDS.items()
    )


def _fields(theme: Theme) -> str:
    edge, ring, side = theme.hex("edge"), theme.px(FOCUS_RING), theme.px(12)
    ringed = f"{ring}px solid {{}}; padding: 0 {side - ring + 1}px;"  # the words stay where they are
    names = ("QLineEdit", "QPlainTextEdit", "QSpinBox", "QDateEdit")

    def selector(state: str) -> str:
        return ", ".join(f"{name}{state}" for name in names)

    return "\n".join(
        [
            f"{selector('')} {{ background: {theme.hex('surface')}; color: {theme.hex('text')};"
            f" border: 1px solid {edge}; border-radius: {theme.px(RADIUS_SMALL + 2)}px;"
            f" padding: 0 {side}px; margin: 0; selection-background-color: {theme.hex('primary')};"
            f" selection-color: {theme.hex('on_primary')}; placeholder-text-color: {theme.hex('muted')};"
            f" font-size: {theme.text_px('body')}px; }}",
            f"{selector(':focus')} {{ border: {ringed.format(theme.hex('primary'))} }}",
            f"{selector('[refused=true]')} {{ border: {ringed.format(theme.hex('danger'))} }}",
            f"{selector(':disabled')} {{ background: {theme.hex('raised')}; color: {theme.hex('muted')}; }}",
        ]
    )


def _tables(theme: Theme) -> str:
    line, surface, text = theme.hex("line"), theme.hex("surface"), theme.hex("text")
    side = theme.px(14)
    over = side + _CELL_INSET
    return "\n".join(
        [
            f"QTableView, QListView, QTreeView {{ background: {surface}; color: {text}; border: 0; outline: 0;"
            f" gridline-color: {line}; selection-background-color: {theme.hex('tint')}; selection-color: {text}; }}",
            'QTableView, QListView[grid="tiles"] { background: transparent; }',  # round corners of cards stay round
            f"QTableView::item {{ padding: 0 {side}px; border: 0; border-bottom: 1px solid {line}; }}",
            f"QTableView::item:selected {{ background: {theme.hex('tint')}; color: {text}; }}",
            "QHeaderView { background: transparent; border: 0; }",
            f"QHeaderView::section {{ background: transparent; color: {theme.hex('muted')}; border: 0;"
            f" border-bottom: 1px solid {line}; padding: 0 {over}px; font-weight: 600;"
            f" font-size: {theme.text_px('caption')}px; }}",
            f"QTableCornerButton::section {{ background: {surface}; border: 0; }}",
        ]
    )


def _scroll_bars(theme: Theme) -> str:
    wide = theme.mm(theme.density.floor_mm) if theme.density_name != "desk" else theme.px(14)
    thumb, inset, side = theme.hex("edge"), theme.px(4), (wide - theme.px(6)) // 2
    bare = "QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page"
    return "\n".join(
        [
            "QScrollArea, QScrollArea > QWidget > QWidget[scrolled=true] { background: transparent; border: 0; }",
            f"QScrollBar:vertical {{ background: transparent; width: {wide}px; margin: 0; border: 0; }}",
            f"QScrollBar:horizontal {{ background: transparent; height: {wide}px; margin: 0; border: 0; }}",
            f"QScrollBar::handle {{ background: {thumb}; border-radius: {theme.px(3)}px; }}",
            f"QScrollBar::handle:vertical {{ min-height: {theme.mm(9)}px; margin: {inset}px {side}px; }}",
            f"QScrollBar::handle:horizontal {{ min-width: {theme.mm(9)}px; margin: {side}px {inset}px; }}",
            f"{bare} {{ background: transparent; border: 0; width: 0; height: 0; }}",
        ]
    )


def _small_parts(theme: Theme) -> str:
    return "\n".join(
        [
            f"QProgressBar {{ background: {theme.hex('line')}; border: 0; border-radius: {theme.px(5)}px;"
            f" min-height: {theme.px(10)}px; max-height: {theme.px(10)}px; }}",
            f"QProgressBar::chunk {{ background: {theme.hex('primary')}; border-radius: {theme.px(5)}px; }}",
            f"QToolTip {{ background: {theme.hex('surface')}; color: {theme.hex('text')};"
            f" border: 1px solid {theme.hex('edge')}; padding: {theme.px(6)}px; }}",
            f"QMenu {{ background: {theme.hex('surface')}; color: {theme.hex('text')};"
            f" border: 1px solid {theme.hex('line')}; padding: {theme.px(6)}px; }}",
            f"QMenu::item {{ padding: {theme.px(10)}px {theme.px(18)}px; border-radius: {theme.px(RADIUS_SMALL)}px; }}",
            f"QMenu::item:selected {{ background: {theme.hex('tint')}; color: {theme.hex('text')}; }}",
        ]
    )
