"""The till with the screen of returns beside it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from desktop.domain.refusal import Refusal
from desktop.domain.returning import Receipt
from desktop.ui.returns.presenter import ReturnsPresenter
from desktop.ui.returns.view import ReturnsView
from desktop.ui.shell_returns import RETURNS, Returning
from tests.screens.stage import Stage


@dataclass
class Desk:
    """What the tests drive; `answers` is what head office says by number, an unknown number is no answer at all.

    Another till takes goods of what is `held` back."""

    stage: Stage
    presenter: ReturnsPresenter
    returning: Returning
    answers: dict[str, Receipt | None] = field(default_factory=dict)
    held: set[str] = field(default_factory=set)

    @property
    def view(self) -> ReturnsView:
        """The view, once it was shown."""
        assert self.returning.view is not None
        return self.returning.view

    def is_shown(self) -> bool:
        """Whether the screen of returns is the one that is seen."""
        return self.stage.shell.current_key() == RETURNS


@pytest.fixture
def desk(at_till: Stage) -> Iterator[Desk]:
    """Anna sells; returns are a key away."""
    answers: dict[str, Receipt | None] = {}
    held: set[str] = set()

    async def ask(number: str) -> Receipt | None:
        if number in held:
            raise Refusal("receipt.held", "Another till has it.", facts={"receipt": number})
        if number not in answers:
            raise Refusal("receipt.offline", "Head office is away.", facts={"receipt": number})
        return answers[number]

    presenter = ReturnsPresenter(at_till.terminal, ask)
    presenter.sounded.connect(at_till.shell.play)
    returning = Returning(at_till.shell, presenter, at_till.till, at_till.selling.till_view)
    at_till.selling.divert = returning.divert
    yield Desk(at_till, presenter, returning, answers, held)
    presenter.close()
