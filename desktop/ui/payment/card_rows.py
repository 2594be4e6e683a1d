"""What the payment screen shows of a dialogue with the card terminal."""

from dataclasses import dataclass

from desktop.domain.card_payment import Attempt


@dataclass(frozen=True)
class CardState:
    """`attempt` is what is put to the terminal, or unclear; `waiting` while it has not answered."""

    attempt: Attempt | None = None
    waiting: bool = False
    cancelling: bool = False

    @property
    def unclear(self) -> bool:
        """Nobody knows what became of it, and nobody is asked just now."""
        return self.attempt is not None and not self.waiting
