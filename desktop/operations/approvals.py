"""Documents above what somebody may book alone: listed as they wait, and approved or turned down by somebody else."""

from collections.abc import Mapping

from sqlalchemy import Connection

from desktop.domain.approval import Approval, GoodsDecided, SeenApproval, SeenLine, check_decider
from desktop.domain.ids import new_id
from desktop.domain.permission import may
from desktop.domain.refusal import Refusal
from desktop.domain.shop import Shop
from desktop.domain.staff import Person, Right
from desktop.domain.stock import Movement
from desktop.operations.permissions import permit
from desktop.operations.rights import read_shop
from desktop.operations.stock import require_places
from desktop.operations.terminal import Terminal, require_open, require_shop
from desktop.store import approvals, catalogue, people, stock
from desktop.store.topics import Topic


def count_approvals(connection: Connection, terminal: Terminal, person: Person | None) -> int:
    """Give how many documents wait that this person may decide or has asked for."""
    return len(_list_seen(connection, terminal, person)[0]) if person else 0


def see_approvals(terminal: Terminal, person: Person | None) -> list[SeenApproval]:
    """Give what waits that this person may decide or has asked for, the oldest first; nobody else is told of it."""
    if person is None:
        return []
    with terminal.database.reading() as connection:
        waiting, shop = _list_seen(connection, terminal, person)
        if not waiting:
            return []
        codes = {place.id: place.code for place in stock.list_places(connection) if place.kind in stock.SEEN}
        names = {one.id: one.name for one in people.list_people(connection)}
        return [
            SeenApproval(
                one,
                tuple(_see(connection, codes, move) for move in one.document.moves),
                names.get(one.actor, ""),
                shop.currency if shop else "",
                one.actor == person.id,
            )
            for one in waiting
        ]


def decide_approval(
    terminal: Terminal, person: Person | None, document_id: str, *, approved: bool, note: str = ""
) -> GoodsDecided:
    """Book a document that waits, or let the goods be; whoever asked may take it back, and never approve it.

    Refusals `approval.gone`, `approval.own`, `stock.no_place`, `right.*` also above the worth the person may book.
    """
    with terminal.database.writing(Topic.STOCK, Topic.SYNC) as connection:
        require_open(connection)
        waiting = approvals.find_approval(connection, document_id)
        if waiting is None:
            raise Refusal("approval.gone", "Somebody decided it already.", "Look at the list again.")
        who = _require_decider(connection, terminal, person, waiting, approved=approved)
        if approved:
            require_places(connection, waiting.document)
        decided = GoodsDecided(new_id(terminal.clock.now()), waiting.document, approved, note.strip())
        terminal.record(connection, decided, who)
    return decided


def _require_decider(
    connection: Connection, terminal: Terminal, person: Person | None, waiting: Approval, *, approved: bool
) -> Person:
    if person is not None and person.id == waiting.actor:
        check_decider(waiting, person, approved=approved)
        return person
    who, _ = permit(connection, terminal, person, Right.ADJUST_STOCK, amount_minor=waiting.worth_minor)
    reasons = {one.name: one.needs_grant for one in require_shop(connection, terminal).stock_terms.reasons}
    if approved and reasons.get(waiting.document.reason):
        permit(connection, terminal, person, Right.WRITE_OFF_STRICT)
    return who


def _list_seen(connection: Connection, terminal: Terminal, person: Person) -> tuple[list[Approval], Shop | None]:
    waiting = approvals.list_approvals(connection)
    shop = read_shop(connection, terminal) if waiting else None
    right = Right.ADJUST_STOCK
    seen = [one for one in waiting if one.actor == person.id or may(person, right, shop, amount_minor=one.worth_minor)]
    return seen, shop


def _see(connection: Connection, codes: Mapping[str, str], move: Movement) -> SeenLine:
    """Tell a movement from the place whose goods are sold or kept; `codes` are those of such places."""
    product = catalogue.read_product(connection, move.product_id)
    if move.from_place_id in codes:
        return SeenLine(product, codes[move.from_place_id], -move.quantity_milli, move.lot)
    return SeenLine(product, codes.get(move.to_place_id, ""), move.quantity_milli, move.lot)
