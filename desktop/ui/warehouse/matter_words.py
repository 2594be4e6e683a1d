"""A count that waits for a decision in words: what was counted by whom, what the book said, what would move."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.counting_matters import NONE, Counting, Seen
from desktop.ui import formats
from desktop.ui.warehouse.choice_cards import Choice
from desktop.ui.widgets.pairs import Pair


def goods_words(seen: Seen) -> str:
    """The goods."""
    return seen.product.name if seen.product else seen.matter.product_id


def where_words(seen: Seen) -> str:
    """The place, and the lot where there is one."""
    return " · ".join(part for part in (seen.place, seen.matter.lot) if part)


def counted_words(seen: Seen) -> str:
    """All that was counted, and what the book has."""
    counted = " / ".join(quantity_words(one.counted_milli, seen) for one in seen.matter.counts)
    words = QCoreApplication.translate("Matters", "counted {0}, the book has {1}").replace("{0}", counted)
    return words.replace("{1}", quantity_words(seen.book_now_milli, seen))


def book_words(seen: Seen) -> str:
    """What the book has now."""
    book = quantity_words(seen.book_now_milli, seen)
    return QCoreApplication.translate("Matters", "The book has {0} now.").replace("{0}", book)


def count_choices(seen: Seen) -> list[Choice]:
    """Each count beside the others, and at last none of them."""
    counts = [_choice(str(n), seen.people[n - 1], one, seen) for n, one in enumerate(seen.matter.counts, 1)]
    undone = signed_words(seen.matter.undo_milli, seen) if seen.matter.undo_milli else ""
    translate = QCoreApplication.translate
    facts = (Pair(translate("Matters", "Moves"), undone, strong=True),) if undone else ()
    note = "" if undone else translate("Matters", "Nothing moves.")
    return [*counts, Choice(NONE, translate("Matters", "None of them"), facts=facts, note=note)]


def _choice(name: str, person: str, one: Counting, seen: Seen) -> Choice:
    translate = QCoreApplication.translate
    facts = (
        Pair(translate("Matters", "Book then"), quantity_words(one.book_milli, seen)),
        Pair(translate("Matters", "Moved since"), signed_words(seen.book_now_milli - one.book_milli, seen)),
        Pair(translate("Matters", "If it stands"), signed_words(one.settles_milli, seen), strong=True),
    )
    heading = " · ".join(part for part in (person, formats.moment(datetime.fromisoformat(one.at))) if part)
    counted = translate("Matters", "Counted {0}").replace("{0}", quantity_words(one.counted_milli, seen))
    return Choice(name, counted, heading, facts)


def quantity_words(milli: int, seen: Seen) -> str:
    """So many of the goods."""
    return formats.quantity(milli, seen.product.unit if seen.product else "")


def signed_words(milli: int, seen: Seen) -> str:
    """So many more or less of the goods."""
    return f"{'+' if milli > 0 else ''}{quantity_words(milli, seen)}"
