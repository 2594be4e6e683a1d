"""The way up: hand in sealed entries until the centre has them all, two batches under way, older incarnations first.

Whatever the centre answers, an entry counts as handed in only up to a number whose hash is proven to be ours: by the
batch just sent, or by the hash the centre names.
"""

import asyncio

from sync.batching import Amount
from sync.chain import Entry, head_message, verify_signature
from sync.client import Client
from sync.contact import Acquaintance
from sync.replica import Chain, Divergence, Journal
from sync.sending import Sending
from sync.trouble import Broken, Offline, Refused, TooLarge, Trouble
from sync.wire.messages import Held, PushAnswer, SignedHead

COMPARE_EVERY_S = 3600.0
"""A centre that was put back without a new epoch shows itself by its heads; nobody else would notice."""
_STEPS_BACK = 64
"""Gaps and new epochs believed in one run (the way back to a fork is halved each time); more of them are two centres
behind one address.
"""
_CONTENT = (400, 422)
"""Refusals that may be about an entry; others are about the request as a whole."""


class Pusher:
    """`pushed` counts entries confirmed since the start; `diverged` is the last (incarnation, reason) that was left.

    `held` is what the centre had of this terminal when it was asked last, `recall_due` that something may be missing.
    """

    def __init__(self, journal: Journal, client: Client, server_key: bytes, contact: Acquaintance) -> None:
        self._journal = journal
        self._client = client
        self._server_key = server_key
        self._contact = contact
        self._amount = Amount()
        self._sending = Sending(journal, client, self._amount)
        self._compared_at_s: float | None = None
        self.held: tuple[Held, ...] = ()
        self.recall_due = True
        self.pushed = 0
        self.diverged: tuple[str, Divergence] | None = None

    async def run(self) -> None:
        """Push until nothing is unsent.

        Raises Trouble. An entry that the centre does not take holds up its own incarnation only.
        """
        aside: dict[str, Trouble] = {}
        try:
            await self._hand_in_all(aside)
        finally:
            await self._sending.drop()
        if aside:
            raise next(iter(aside.values()))

    async def _hand_in_all(self, aside: dict[str, Trouble]) -> None:
        steps_back = 0
        await self._compare_if_due()
        while (chain := self._next(aside)) is not None:
            answer = await self._hand_in(chain, aside)
            if answer is not None and answer.acked_seq == chain.acked_seq:
                aside[chain.incarnation] = Broken(f"{answer.outcome} {answer.acked_seq}: the centre does not move on")
            went_back = answer is not None and answer.acked_seq < chain.acked_seq
            steps_back += int(await self._compare_if_due() or went_back)
            if steps_back > _STEPS_BACK:
                raise Broken("the centre's answers contradict each other again and again")

    def _next(self, aside: dict[str, Trouble]) -> Chain | None:
        for chain in self._journal.chains():
            if chain.acked_seq < chain.sealed_seq and chain.incarnation not in aside:
                return chain
        return None

    async def _hand_in(self, chain: Chain, aside: dict[str, Trouble]) -> PushAnswer | None:
        """Send the next batch of a chain and keep what became of it; None when it has to be sent otherwise."""
        clock = asyncio.get_running_loop().time
        began_s = clock()
        sent = await self._sending.send(chain)
        batch, entries = sent.parcel.batch, sent.parcel.batch.entries
        try:
            answer = await self._sending.answer(sent)
        except (TooLarge, Refused) as trouble:
            if isinstance(trouble, Refused) and trouble.code not in _CONTENT:
                raise
            if len(entries) > 1:
                self._amount.failed(len(entries))
            else:
                self._journal.save_problem(chain.incarnation, batch.first_seq, str(trouble))
                aside[chain.incarnation] = trouble
            return None
        except Offline as trouble:
            if trouble.timed_out:
                self._amount.failed(len(entries))
            raise
        self._amount.worked(len(entries), clock() - began_s)
        self._take(chain, entries, answer)
        return answer

    def _take(self, chain: Chain, entries: tuple[Entry, ...], answer: PushAnswer) -> None:
        """Keep an answer: the confirmed number, the countersigned head, and that the centre went another way."""
        self._contact.answered(answer.epoch)
        proven = self._proven(chain, entries, answer)
        if answer.outcome == "fork":
            self._diverge(chain.incarnation, "fork", answer.acked_seq)
        elif answer.acked_seq > 0 and self._journal.hash_at(chain.incarnation, answer.acked_seq) is None:
            self._diverge(chain.incarnation, "rewound", answer.acked_seq)
        head = answer.head if answer.head is not None and answer.head.seq == proven else None
        self._journal.save_acked(chain.incarnation, proven, head, answer.quarantined)
        self.pushed += max(0, proven - chain.acked_seq)

    def _proven(self, chain: Chain, entries: tuple[Entry, ...], answer: PushAnswer) -> int:
        """The number up to which the centre surely holds *our* entries."""
        head = answer.head
        if head is not None:
            self._check_head(chain.incarnation, head)
            if head.seq == answer.acked_seq and head.hash == self._journal.hash_at(chain.incarnation, head.seq):
                return head.seq
        sent = 0 if answer.outcome == "gap" else len(entries)
        return min(answer.acked_seq, chain.acked_seq + sent)

    def _check_head(self, incarnation: str, head: SignedHead) -> None:
        message = head_message(self._client.device_id, incarnation, head.seq, head.hash, head.received_at)
        if head.incarnation != incarnation or not verify_signature(self._server_key, message, head.signature):
            raise Broken("the head is not signed by the centre this terminal enrolled with")

    async def _compare_if_due(self) -> bool:
        """Ask what the centre holds of every chain: at the start, after a new epoch, and now and then."""
        now_s = asyncio.get_running_loop().time()
        overdue = self._compared_at_s is None or now_s - self._compared_at_s >= COMPARE_EVERY_S
        if not (self._contact.compare_due or overdue):
            return False
        answer = await self._client.chains()
        self._contact.answered(answer.epoch)
        self.held, self.recall_due = answer.chains, True
        chains = self._journal.chains()
        for chain in chains:
            self._compare(chain, current=chain == chains[-1])
        if chains:
            self._look_for_children(chains[-1], {chain.incarnation for chain in chains})
        self._compared_at_s = now_s
        self._contact.compared(answer.epoch)
        return True

    def _compare(self, chain: Chain, *, current: bool) -> None:
        branches = [each for each in self.held if each.incarnation == chain.incarnation]
        ours = [each.seq for each in branches if self._is_ours(chain, each.seq, each.hash)]
        furthest = max([each.seq for each in branches], default=0)
        if current and len(branches) > 1:
            self._diverge(chain.incarnation, "fork", furthest)
        if ours or not furthest:
            acked_seq = max(ours, default=0)
        else:
            # The heads are others'. The last confirmed entry, sent again, shows whether ours is still there.
            acked_seq = max(0, chain.acked_seq - 1)
            if current:
                missing = self._journal.hash_at(chain.incarnation, furthest) is None
                self._diverge(chain.incarnation, "rewound" if missing else "fork", furthest)
        if acked_seq != chain.acked_seq:
            self._journal.save_acked(chain.incarnation, acked_seq, None, ())

    def _look_for_children(self, current: Chain, known: set[str]) -> None:
        """A chain that goes on from the present one and is not here: this disk is older than what it has handed in."""
        for held in self.held:
            if held.incarnation in known or held.parent_incarnation != current.incarnation:
                continue
            if self._is_ours(current, held.parent_seq, held.parent_hash):
                reason: Divergence = "rewound" if current.sealed_seq == held.parent_seq else "fork"
                self._diverge(current.incarnation, reason, held.parent_seq)

    def _is_ours(self, chain: Chain, seq: int, hash_hex: str) -> bool:
        hashed = self._journal.hash_at(chain.incarnation, seq)
        return hashed is not None and hashed.hex() == hash_hex

    def _diverge(self, incarnation: str, reason: Divergence, centre_seq: int) -> None:
        self.diverged = (incarnation, reason)
        self.recall_due = True
        prefixes = tuple({each.receipt_prefix for each in self.held if each.receipt_prefix})
        self._journal.diverge(incarnation, reason, centre_seq, prefixes)
