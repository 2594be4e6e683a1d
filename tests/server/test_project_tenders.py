"""Card payments that a person decided, at the centre."""

from server_stub.centre import Centre
from server_stub.database import Pool
from sync.wire.tender_facts import CardSettled
from tests.server.asking import rows
from tests.server.terminal import Terminal, new_id
from tests.server.test_projection import push


async def test_a_persons_word_about_a_card_is_kept_and_a_case(pool: Pool, centre: Centre, till: Terminal) -> None:
    till.open()
    attempt, cart = new_id(), new_id()
    till.seal(
        CardSettled(
            attempt_id=attempt,
            cart_id=cart,
            kind="charge",
            amount_minor=1290,
            currency="EUR",
            happened=False,
            reason="no\tslip",
            granted_by="mira",
        )
    )
    assert await push(pool, centre, till) == ()
    told = await rows(pool, "SELECT attempt_id, amount_minor, happened, reason, granted_by FROM card_settlement")
    assert told == [(attempt, 1290, False, "no\tslip", "mira")]
    found = await rows(pool, "SELECT kind, subject, shop_id IS NOT NULL, device_uuid IS NOT NULL FROM cases")
    assert found == [("card.settled", attempt[-12:], True, True)]
