"""What a scan does at the till: it counts, whatever was asked or typed, and it never presses a key."""

from PySide6.QtCore import Qt

from desktop.store import carts
from desktop.ui.till.till_rows import AgeCheck, Choose, NotFound, Refused
from tests.screens.stage import Stage
from tests.terminals import BREAD, CHEESE_342_G, EGGS, MILK, SHARED, UNKNOWN, WINE
from tests.ui.keyboard import Keyboard


def names(stage: Stage) -> list[str]:
    return [line.product_id for line in stage.till.state.cart.lines]


def quantities(stage: Stage) -> list[int]:
    return [line.quantity_milli for line in stage.till.state.cart.lines]


def test_a_scan_is_a_line_and_a_second_one_counts_up(at_till: Stage) -> None:
    at_till.scan(BREAD, EGGS, BREAD)
    assert names(at_till) == ["bread", "eggs"]
    assert quantities(at_till) == [2000, 1000]
    assert at_till.sounds == ["ok"] * 3
    assert at_till.till.state.priced.total_minor == 2 * 240 + 349


def test_every_step_is_on_disk_before_it_is_shown(at_till: Stage) -> None:
    seen = []

    def look(state: object) -> None:
        with at_till.terminal.database.reading() as connection:
            kept = carts.read_open(connection)
        seen.append([line.code for line in kept.lines] if kept else [])

    at_till.till.changed.connect(look)
    at_till.scan(BREAD)
    assert BREAD in seen[-1]


def test_serial_scans_arrive_as_bytes(at_till: Stage) -> None:
    at_till.shell.on_scan(b"]E0" + BREAD.encode() + b"\r\n", "serial")
    assert names(at_till) == ["bread"]


def test_an_unknown_code_is_a_strip_and_the_next_scan_goes_on(at_till: Stage) -> None:
    at_till.scan(UNKNOWN)
    assert at_till.till.state.prompt == NotFound(UNKNOWN)
    assert at_till.sounds == ["unknown"]
    strip = at_till.selling.till_view.ticket.strip
    assert strip.isVisible()
    assert UNKNOWN in strip.text
    at_till.scan(BREAD)
    assert at_till.till.state.prompt is None
    assert not strip.isVisible()
    assert names(at_till) == ["bread"]


def test_what_is_no_code_is_refused(at_till: Stage) -> None:
    at_till.shell.on_scan(b"\x01\x02")
    prompt = at_till.till.state.prompt
    assert isinstance(prompt, Refused)
    assert prompt.refusal.code == "scan.malformed"


def test_a_code_on_several_goods_asks_and_a_scan_simply_goes_on(at_till: Stage) -> None:
    at_till.scan(SHARED)
    ticket = at_till.selling.till_view.ticket
    assert isinstance(at_till.till.state.prompt, Choose)
    assert ticket.pages.currentWidget() is ticket.chooser
    assert at_till.sounds == ["attention"]
    at_till.scan(BREAD)
    assert names(at_till) == ["bread"]
    at_till.scan(SHARED)
    ticket.chooser.findChildren(type(ticket.chooser._none))[1].click()
    assert names(at_till) in (["bread", "milk"], ["bread", "water"])
    assert ticket.pages.currentWidget() is ticket.table


def test_goods_sold_by_weight_ask_in_place(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.till.add_product("cheese")
    assert at_till.till.state.entry.mode == "weight"
    assert names(at_till) == []
    keyboard.type("0.342")
    keyboard.press(Qt.Key.Key_Enter)
    assert quantities(at_till) == [342]


def test_a_scale_answers_the_question(at_till: Stage) -> None:
    at_till.till.add_product("cheese")
    at_till.till.take_weight(500)
    assert quantities(at_till) == [500]
    at_till.till.take_weight(700)
    assert quantities(at_till) == [500]


def test_a_weight_label_needs_no_question(at_till: Stage) -> None:
    at_till.scan(CHEESE_342_G)
    assert quantities(at_till) == [342]


def test_a_scan_instead_of_a_weight_drops_the_question(at_till: Stage) -> None:
    at_till.till.add_product("cheese")
    at_till.till.press_digit("7")
    at_till.scan(BREAD)
    assert names(at_till) == ["bread"]
    assert at_till.till.state.entry.mode == "code"
    assert at_till.till.state.entry.typed == ""


def test_three_times_and_a_scan_are_three_pieces(at_till: Stage, keyboard: Keyboard) -> None:
    keyboard.type("3*")
    assert at_till.till.state.entry.times_milli == 3000
    keyboard.burst(BREAD)
    assert quantities(at_till) == [3000]
    keyboard.burst(EGGS)
    assert quantities(at_till) == [3000, 1000]


def test_age_is_asked_once_for_the_highest_limit(at_till: Stage) -> None:
    at_till.scan(WINE)
    assert at_till.till.state.prompt == AgeCheck(18)
    assert at_till.sounds == ["attention"]
    at_till.scan(WINE)
    assert at_till.till.state.prompt is None
    assert at_till.sounds == ["attention", "ok"]


def test_a_storm_of_wedge_scans_loses_none_and_presses_nothing(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.selling.till_view.keys.pay.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(25):
        keyboard.burst(BREAD)
        keyboard.burst(MILK)
    assert quantities(at_till) == [25_000, 25_000]
    assert at_till.shell.current_key() == "till"
    assert at_till.till.state.entry.typed == ""


def test_a_scan_while_the_search_is_open_sells_and_closes_it(at_till: Stage, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_F2)
    keyboard.type("eg")
    assert at_till.selling.panel.isVisible()
    keyboard.burst(BREAD)
    assert names(at_till) == ["bread"]
    assert not at_till.selling.panel.isVisible()
    assert at_till.shell.bar.search.text() == ""


def test_a_scan_while_the_menu_is_open_closes_it_and_sells(at_till: Stage, keyboard: Keyboard) -> None:
    at_till.shell.bar.menu.click()
    assert at_till.shell.menu.isVisible()
    keyboard.burst(BREAD)
    assert not at_till.shell.menu.isVisible()
    assert names(at_till) == ["bread"]
