"""Every widget on one page, and the till's proportions, as pictures: python -m tests.screens.widgets FOLDER."""

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from desktop.ui.formats import money
from desktop.ui.theme.icons import icon
from desktop.ui.theme.theme import active, apply_theme, dress
from desktop.ui.theme.tokens import TEXT_STYLES, DensityName, ThemeName
from desktop.ui.widgets.card import Bar, Card
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.field import Field
from desktop.ui.widgets.figure import Figure
from desktop.ui.widgets.key import Key
from desktop.ui.widgets.keypad import Keypad
from desktop.ui.widgets.last_item import LastItem
from desktop.ui.widgets.navigation import SideNavigation
from desktop.ui.widgets.pill import Pill
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.sheet import Sheet
from desktop.ui.widgets.strip import Strip, StripAction
from desktop.ui.widgets.text import Text
from desktop.ui.widgets.ticket import Badge, TicketLine
from desktop.ui.widgets.ticket_table import TicketTable
from desktop.ui.widgets.tiles import Tile, TileGrid
from desktop.ui.widgets.undo_chip import UndoChip

LINES = (
    TicketLine("a", "1", "Хлеб «Бородинский» 400 г", "1", "64,50", "64,50"),
    TicketLine("b", "2", "Яйцо С1, 10 шт", "2", "119,00", "238,00", "3 по цене 2 · добавьте ещё 1 → −119,00", "ok"),
    TicketLine(
        "c",
        "3",
        "Сыр «Российский», кг",
        "0,342 кг",
        "899,00",
        "276,71",
        badges=(Badge("−10 % акция", "ok"), Badge("партия A12 · до 03.12")),
        struck_total="307,46",
    ),
    TicketLine("d", "4", "Молоко 3,2 % 930 мл", "×2", "89,90", "179,80", strong_quantity=True),
    TicketLine("e", "5", "Пакет «майка»", "1", "9,90", "9,90"),
)
TILES = (
    Tile("1", "Батон нарезной", "48,90", "ochre"),
    Tile("2", "Бананы, кг", "129,00", "leaf"),
    Tile("3", "Яблоки «Гала», кг", "149,00", "leaf", "×2"),
    Tile("4", "Кофе 250 мл", "110,00", "sky"),
    Tile("5", "Вода 0,5 л", "39,00", "sky"),
    Tile("6", "Роза, шт", "190,00", "rose"),
    Tile("7", "Пакет", "9,90"),
    Tile("8", "Свободная цена", "…", enabled=False),
)


def build_till() -> QWidget:
    """The proportions of the till, made of the widgets."""
    page = QWidget()
    dress(page)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    outer.addWidget(_top_bar())
    theme = active()
    row = QHBoxLayout()
    row.setContentsMargins(*[theme.px(12)] * 4)
    row.setSpacing(theme.px(12))
    row.addWidget(_ticket_side(), 59)
    row.addWidget(_key_side(), 41)
    outer.addLayout(row, 1)
    return page


def _top_bar() -> QWidget:
    bar, theme = Bar(), active()
    line = QHBoxLayout(bar)
    line.setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(6))
    line.setSpacing(theme.px(12))
    menu = QLabel()
    menu.setPixmap(icon("menu").pixmap(theme.px(20), theme.px(20)))
    for widget in (menu, Text("Касса 1", "strong"), Text("· Анна К. · смена 118", "quiet")):
        line.addWidget(widget)
    line.addWidget(SearchField("Сканируйте или найдите товар"), 1)
    line.addWidget(Pill("Нет интернета · 12 ждут", "waiting"))
    line.addWidget(Text("14:32", "quiet"))
    return bar


def _ticket_side() -> QWidget:
    card = Card(flush=True)
    last = LastItem()
    last.show_item("Последний товар", "Молоко 3,2 % 930 мл", "2 × 89,90", money(17980, "RUB"))
    card.body.addWidget(last)
    table = TicketTable()
    table.set_lines(LINES)
    table.select("c")
    card.body.addWidget(table, 1)
    chip = UndoChip()
    chip.offer("Удалено: Гирлянда ёлочная", 5)
    foot = QWidget()
    line = QHBoxLayout(foot)
    line.addWidget(chip)
    line.addWidget(Figure(money(76891, "RUB"), "total", name="Итого"))
    card.body.addWidget(foot)
    return card


def _key_side() -> QWidget:
    side, theme = QWidget(), active()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.mm(theme.density.gap_mm))
    tabs = (("q", "Быстрые"), ("b", "Хлеб"), ("v", "Овощи"), ("s", "Услуги"))
    column.addWidget(Segments(tabs, style="tab"))
    grid = TileGrid()
    grid.set_tiles(TILES)
    column.addWidget(grid, 1)
    pad = Keypad()
    pad.add_column(
        [
            Key("Кол-во", shortcut="F6"),
            Key("Скидка", shortcut="F8"),
            Key("Отложить", shortcut="F4"),
            Key("Убрать", shortcut="Del", kind="danger"),
        ]
    )
    column.addWidget(pad)
    column.addWidget(Key(f"Оплата  {money(76891, 'RUB')}", kind="primary", size="key", shortcut="F9"))
    return side


def build_gallery() -> QWidget:
    """All widgets and their states."""
    page = QWidget()
    dress(page)
    grid = QGridLayout(page)
    grid.setSpacing(active().px(12))
    for at, part in enumerate((_texts(), _keys(), _notices(), _forms(), _states(), _navigation())):
        grid.addWidget(part, at // 3, at % 3)
    return page


def _texts() -> QWidget:
    card = Card("Text styles")
    for role in TEXT_STYLES:
        if role != "count":
            card.body.addWidget(Text(f"{role} 1 290,50 Щё", role))
    for tone in ("muted", "primary", "ok", "warn", "danger"):
        card.body.addWidget(Text(tone, "quiet", tone=tone))
    return card


def _keys() -> QWidget:
    card = Card("Keys")
    for kind in ("plain", "primary", "done", "danger", "quiet", "digit"):
        row = QHBoxLayout()
        enabled = Key(kind, kind=kind, shortcut="F7", bind=False)
        disabled, pressed = Key(kind, kind=kind), Key(kind, kind=kind)
        disabled.setEnabled(False)
        pressed.setDown(True)
        for key in (enabled, disabled, pressed):
            row.addWidget(key)
        card.body.addLayout(row)
    card.body.addWidget(Segments((("a", "Cash"), ("b", "Card"), ("c", "Gift card"), ("d", "More…"))))
    return card


def _notices() -> QWidget:
    card = Card("Notices")
    for kind, text in (
        ("info", "Prices of 09:10 came in. They count from the next sale."),
        ("ok", "Receipt T01-004417 is printed."),
        ("warn", "Receipt waiting: change paper, then Print."),
        ("danger", "4601234567893 not found."),
    ):
        strip = Strip()
        strip.show_notice(kind, text, [StripAction("search", "Search", "F2")] if kind in ("danger", "warn") else [])
        card.body.addWidget(strip)
    for state, text in (
        ("ok", "Online"),
        ("waiting", "No internet · 12 waiting"),
        ("attention", "Server unavailable · 3 waiting"),
        ("blocked", "Till not registered"),
    ):
        card.body.addWidget(Pill(text, state))
    chip = UndoChip()
    chip.offer("Removed: Eggs")
    card.body.addWidget(chip)
    progress = QProgressBar()
    progress.setValue(60)
    progress.setTextVisible(False)
    card.body.addWidget(progress)
    return card


def _forms() -> QWidget:
    card = Card("Form")
    plain, secret = Field("Name", hint="As on the badge"), Field("PIN", secret=True)
    refused = Field("Cash in the drawer")
    plain.set_value("Анна Ковалёва")
    refused.set_value("12,9O")
    refused.refuse("“12,9O” is not an amount. Type digits with one decimal mark.")
    secret.set_value("4711")
    for field in (plain, refused, secret):
        card.body.addWidget(field)
    card.body.addWidget(Figure("6.90 €", "change", tone="ok", name="Change"))
    return card


def _states() -> QWidget:
    card = Card()
    words = ("Scan the first item", "or press F2 to search")
    card.body.addWidget(EmptyState(*words, icon_name="scan-barcode", action="Search"))
    return card


def _navigation() -> QWidget:
    navigation = SideNavigation(
        [(name, name) for name in ("Till", "Warehouse", "Lookup", "Shift", "Sync and health", "Settings")], "F1 Help"
    )
    navigation.choose("Sync and health")
    return navigation


def build_sheet() -> QWidget:
    """A sheet over the till."""
    till = build_till()
    till.resize(1366, 768)
    sheet = Sheet(till, "Открыть смену")
    sheet.body.addWidget(Field("Размен в кассе"))
    sheet.body.addStretch(1)
    sheet.body.addWidget(Key("Открыть смену", kind="primary", size="key", shortcut="F9"))
    sheet.open()
    return till


def shoot(folder: Path) -> None:
    """Write the pictures."""
    app = QApplication.instance() or QApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    themes: tuple[ThemeName, ...] = ("light", "dark")
    densities: tuple[DensityName, ...] = ("touch", "rugged", "desk")
    for theme in themes:
        for name, build, size in (
            ("till", build_till, (1366, 768)),
            ("gallery", build_gallery, (1600, 1300)),
            ("sheet", build_sheet, (1366, 768)),
        ):
            for density in densities if name == "till" else densities[:1]:
                apply_theme(app, theme, density)
                page = build()
                page.resize(*size)
                page.show()
                app.processEvents()
                page.grab().save(str(folder / f"{name}-{theme}-{density}.png"))
                page.close()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    shoot(Path(sys.argv[1] if len(sys.argv) > 1 else "screens"))
