"""What people decided about card payments, as lines of PostgreSQL's COPY; a trigger of the table opens the case."""

from sync.wire.tender_facts import CardSettled

TENDER_COLUMNS = {
    "card_settlement": "chain, seq, shop_id, attempt_id, cart_id, kind, amount_minor, currency, happened, reason, "
    "granted_by, occurred_at, actor",
}
"""Tables, and the columns of a line."""


def tender_line(fact: CardSettled, entry: str, made: str) -> tuple[str, str]:
    """Give table and line of a fact whose texts are escaped; `entry` and `made` are the first and last columns."""
    return "card_settlement", (
        f"{entry}\t{fact.attempt_id}\t{fact.cart_id}\t{fact.kind}\t{fact.amount_minor}\t{fact.currency}\t"
        f"{fact.happened}\t{fact.reason}\t{fact.granted_by}\t{made}\n"
    )
