"""Every pair of colours that is painted can be read, in both themes; no colour is written anywhere else."""

import re
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.theme import style_sheet as sheet_module
from desktop.ui.theme.contrast import contrast
from desktop.ui.theme.look import Theme
from desktop.ui.theme.tokens import ACCENTS, COLOURS, DENSITIES, PAIRS, REHEARSAL, SEEN, Colours, ThemeName

THEMES: tuple[ThemeName, ...] = ("light", "dark")
KINDS = (COLOURS, REHEARSAL)
UI = Path(sheet_module.__file__).parent.parent


@pytest.mark.parametrize("kind", KINDS, ids=["usual", "rehearsal"])
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_every_pair_is_readable(
    kind: dict[ThemeName, Colours], theme: ThemeName, ink: str, ground: str, least: float
) -> None:
    colours = asdict(kind[theme])
    assert contrast(colours[ink], colours[ground]) >= least


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("accent", ACCENTS)
def test_accents_are_seen_on_a_surface(theme: ThemeName, accent: str) -> None:
    assert contrast(ACCENTS[accent], COLOURS[theme].surface) >= SEEN


@pytest.mark.parametrize("theme", THEMES)
def test_the_inverse_chip_is_readable(theme: ThemeName) -> None:
    inverse = Theme(theme).inverse.colours
    assert contrast(inverse.surface, COLOURS[theme].surface) >= SEEN


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#757E89", "#FFFFFF") == pytest.approx(4.08, abs=0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_the_style_sheet_uses_declared_pairs_only(qapp: QApplication, theme: ThemeName) -> None:
    colours = asdict(COLOURS[theme])
    declared = {(colours[ink], colours[ground]) for ink, ground, _ in PAIRS}
    for block in re.findall(r"\{([^}]*)\}", sheet_module.style_sheet(Theme(theme))):
        ink = re.search(r"(?<![-\w])color: (#\w{6})", block)
        ground = re.search(r"background: (#\w{6})", block)
        if ink and ground:
            assert (ink[1], ground[1]) in declared, block


def test_colours_are_written_in_the_tokens_only() -> None:
    literal = re.compile(
        r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b|\brgba?\(|QColor\(\s*[\d\"']|GlobalColor\.(?!transparent)"
    )
    found = [
        f"{path.relative_to(UI)}: {line.strip()}"
        for path in sorted(UI.rglob("*.py"))
        if path.name != "tokens.py"
        for line in path.read_text("utf-8").splitlines()
        if literal.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("density", DENSITIES.values(), ids=list(DENSITIES))
def test_nothing_to_press_is_smaller_than_nine_millimetres(density: object) -> None:
    sizes = asdict(density)  # type: ignore[call-overload]
    assert min(sizes[name] for name in ("key_mm", "action_mm", "row_mm", "control_mm", "floor_mm")) >= 9
