"""Parked tickets between the tills of a shop: what a till has of one, what it heard of it, and what is due then.

A ticket goes by the id of the cart that was parked first. One that another till parked is opened as a cart of its own,
so that whatever two tills sell of it without the line are two sales, and both count.
"""

from dataclasses import dataclass
from typing import Literal

Stand = Literal["kept", "open", "gone"]
"""The cart waits here, is in hand, or was sold or emptied."""
Told = Literal["", "parked", "taken", "gone"]
"""What head office knows of it from here."""
Step = Literal["", "offer", "take", "drop", "let_go", "forget"]
"""What to tell head office; `let_go` leaves the cart to another till, `forget` keeps it to this one alone."""
Answer = Literal["yours", "taken", "gone", "unknown"]


@dataclass(frozen=True, slots=True)
class Heard:
    """A ticket as head office told it: who parked it when (ISO 8601), and which till has opened it, if any.

    `cart` is JSON of a `version`, and the rest is for the list. Tills go by their ids and names.
    """

    parked_id: str
    revision: int
    device: str
    till: str
    parked_at: str
    lines: int
    total_minor: int
    currency: str
    version: int
    cart: str
    name: str = ""
    valid_until: str = ""
    taken_by: str = ""
    taken_till: str = ""
    taken_at: str = ""

    @property
    def holder(self) -> str:
        """The till that has it."""
        return self.taken_by or self.device


@dataclass(frozen=True, slots=True)
class Mine:
    """A ticket that was parked or opened here; `revision` is the last that head office named, 0 before.

    `has_card` says that a card payment hangs on it: such a cart is never shared.
    """

    parked_id: str
    cart_id: str
    parked_at: str
    told: Told
    revision: int
    stand: Stand
    has_card: bool = False


@dataclass(frozen=True, slots=True)
class Offered:
    """A cart as it is put aside, for the list of others."""

    cart: str
    lines: int
    total_minor: int
    currency: str
    name: str
    valid_until: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What head office says to a till that wants to open a ticket: `till` has it, or it is yours as it is now."""

    state: Answer
    till: str = ""
    ticket: Heard | None = None


def next_step(mine: Mine, heard: Heard | None, device: str) -> Step:
    """Say what is due for a ticket of this till (`device`), given what the feed brought last."""
    news = heard if heard is not None and heard.revision >= mine.revision else None
    if mine.stand == "open":
        return "take" if mine.told in ("", "parked") else ""
    if mine.stand == "gone":
        if mine.told != "gone":
            return "drop"
        return "forget" if heard is None or news is not None else ""
    if mine.has_card:
        return ""
    if mine.told != "parked" or heard is None:
        return "offer"
    if news is None:
        return ""
    if news.holder != device:
        return "let_go"
    return "offer" if news.taken_by else ""


def after(mine: Mine, step: Step, answer: Answer) -> Step | Told:
    """Say what follows from head office's answer to a step: what it knows now, or `let_go`, or `forget`.

    Only a cart that is as it was offered is let go: what was added since is nowhere else.
    """
    match step:
        case "offer" if answer == "yours":
            return "parked"
        case "offer" if mine.told == "parked" and answer in ("taken", "gone"):
            return "let_go"
        case "take" if answer in ("yours", "unknown"):
            return "taken"
        case "drop" if answer != "taken":
            return "gone"
    return "forget"


def is_listed(heard: Heard, mine: Mine | None, today: str) -> bool:
    """Tell whether a ticket that was heard of is listed: not what is here already, nor a quote that has run out."""
    return mine is None and not (heard.valid_until and heard.valid_until < today)
