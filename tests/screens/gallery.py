"""What the gallery shows: a name and how to get there. Add a function and its line in SCREENS."""

from collections.abc import Callable

from tests.screens.gallery_approvals import APPROVALS
from tests.screens.gallery_boards import BOARDS
from tests.screens.gallery_counting import COUNTING
from tests.screens.gallery_customers import CUSTOMERS
from tests.screens.gallery_desk import DESK
from tests.screens.gallery_health import HEALTH
from tests.screens.gallery_labels import LABELS
from tests.screens.gallery_papers import PAPERS
from tests.screens.gallery_settings import SETTINGS
from tests.screens.gallery_tenders import TENDERS
from tests.screens.gallery_trouble import TROUBLE
from tests.screens.gallery_warehouse import WAREHOUSE
from tests.screens.stage import Stage
from tests.terminals import BAG, BREAD, CHEESE_342_G, EGGS, MILK, RUSSIAN, SHARED, UNKNOWN, WINE

Scene = Callable[[Stage], None]


def sign_in(stage: Stage) -> None:
    """Nobody is chosen yet."""
    stage.sign_in.enter()


def pin(stage: Stage) -> None:
    """A wrong PIN, said under the dots."""
    stage.sign_in.choose("anna")
    for digit in "9999":
        stage.sign_in.press_digit(digit)
    stage.sign_in.press_enter()


def till(stage: Stage) -> None:
    """A sale in the middle: a discount, a removed line, no internet."""
    stage.open_day()
    stage.scan(BREAD, EGGS, EGGS, CHEESE_342_G)
    _discount(stage, "10")
    stage.scan(MILK, MILK, BAG, WINE)
    stage.till.ignore()
    stage.till.remove_line()
    stage.till.select(stage.till.state.cart.lines[2].line_id)
    stage.offline()


def till_empty(stage: Stage) -> None:
    """The first item is awaited."""
    stage.open_day()


def unknown_code(stage: Stage) -> None:
    """A code that no goods have."""
    stage.open_day()
    stage.scan(BREAD, MILK, UNKNOWN)


def choose_goods(stage: Stage) -> None:
    """One code on two goods."""
    stage.open_day()
    stage.scan(BREAD, SHARED)


def weigh(stage: Stage) -> None:
    """Weighed goods ask for their weight in place."""
    stage.open_day()
    stage.scan(BREAD)
    stage.till.add_product("cheese")
    for digit in "0":
        stage.till.press_digit(digit)
    stage.till.press_mark()
    for digit in "342":
        stage.till.press_digit(digit)


def discount(stage: Stage) -> None:
    """More discount than this person may give."""
    stage.open_day()
    stage.scan(BREAD, EGGS)
    _discount(stage, "30")


def age_check(stage: Stage) -> None:
    """Goods that not everybody may buy."""
    stage.open_day()
    stage.scan(BREAD, WINE)


def more(stage: Stage) -> None:
    """What can be done beyond the keys on the screen."""
    till(stage)
    stage.selling.till_view.sheets.more.show_actions()


def another_price(stage: Stage) -> None:
    """A price that a person sets needs a reason."""
    till(stage)
    stage.till.press_price()
    stage.till.press_digit("1")
    stage.till.press_enter()


def note(stage: Stage) -> None:
    """A note on the receipt is being written."""
    till(stage)
    stage.selling.till_view.sheets.more.show_actions()
    stage.selling.till_view.sheets.more.keys["Note on the receipt"].click()


def why(stage: Stage) -> None:
    """Why the total is what it is."""
    till(stage)
    stage.selling.till_view.ticket.why.click()


def parked(stage: Stage) -> None:
    """Two sales put aside."""
    stage.open_day()
    stage.scan(BREAD, MILK)
    stage.till.park()
    stage.clock.advance(minutes=4)
    stage.scan(EGGS)
    stage.till.park()
    stage.scan(BAG)
    stage.selling.till_view.keys.recall.click()


def resume(stage: Stage) -> None:
    """The program ended in the middle of a sale."""
    stage.open_day()
    stage.scan(BREAD, EGGS, MILK)
    stage.till.ticket.attempt(stage.till.ticket.begin, resumed=True)


def search(stage: Stage) -> None:
    """Goods are looked up while typing."""
    stage.open_day()
    stage.scan(BREAD)
    field = stage.shell.bar.search
    query = "вод" if stage.terminal.name == RUSSIAN.till else "r"
    field.setText(query)
    field.setFocus()
    stage.search.search(query)


def search_letters(stage: Stage) -> None:
    """Goods are looked for by fingers alone."""
    search(stage)
    stage.shell.bar.search.setFocus()
    stage.shell.typing.bring()


def search_nothing(stage: Stage) -> None:
    """Nothing is called so."""
    stage.open_day()
    stage.shell.bar.search.setText("zzz")
    stage.search.search("zzz")


def payment(stage: Stage) -> None:
    """Part by card, the rest in cash."""
    _to_payment(stage)
    stage.payment.choose_method("card")
    for digit in "5":
        stage.payment.press_digit(digit)
    stage.payment.press_enter()
    stage.payment.choose_method("cash")


def change(stage: Stage) -> None:
    """More cash than is due."""
    payment(stage)
    stage.payment.pay(stage.payment.state.quick[-1])


def typing_amount(stage: Stage) -> None:
    """An amount is being typed."""
    _to_payment(stage)
    for digit in "20":
        stage.payment.press_digit(digit)


def scan_while_paying(stage: Stage) -> None:
    """A scan never becomes an amount."""
    _to_payment(stage)
    stage.scan(MILK)


def done(stage: Stage) -> None:
    """Paid: the change, the receipt, the next customer."""
    change(stage)
    stage.payment.finish()


def _discount(stage: Stage, percent: str) -> None:
    stage.till.press_discount()
    for digit in percent:
        stage.till.press_digit(digit)
    stage.till.press_enter()


def _to_payment(stage: Stage) -> None:
    stage.open_day()
    stage.scan(BREAD, EGGS, EGGS, CHEESE_342_G, MILK, MILK, BAG)
    stage.till.pay()


SCREENS: tuple[tuple[str, Scene], ...] = (
    ("sign-in", sign_in),
    ("pin", pin),
    ("till", till),
    ("till-empty", till_empty),
    ("unknown-code", unknown_code),
    ("choose-goods", choose_goods),
    ("weigh", weigh),
    ("discount", discount),
    ("age-check", age_check),
    ("more", more),
    ("another-price", another_price),
    ("note", note),
    ("why", why),
    ("parked", parked),
    ("resume", resume),
    ("search", search),
    ("search-letters", search_letters),
    ("search-nothing", search_nothing),
    ("payment", payment),
    ("typing-amount", typing_amount),
    ("change", change),
    ("scan-while-paying", scan_while_paying),
    ("done", done),
    *BOARDS,
    *CUSTOMERS,
    *TENDERS,
    *TROUBLE,
    *WAREHOUSE,
    *COUNTING,
    *APPROVALS,
    *DESK,
    *SETTINGS,
    *PAPERS,
    *LABELS,
    *HEALTH,
)
"""Every screen in the order of a day."""

SHOWN: tuple[tuple[str, str, str], ...] = (
    ("till", "light", "en"),
    ("till", "dark", "ru"),
    ("change", "light", "en"),
    ("search", "light", "en"),
    ("why", "light", "en"),
    ("sign-in", "light", "en"),
    ("shift-count", "light", "en"),
    ("health-person", "light", "en"),
    ("settings-scan", "light", "en"),
    ("enrolment-loading", "light", "en"),
)
"""The pictures that the README and the documents show: screen, theme, language; 1366 × 768."""
