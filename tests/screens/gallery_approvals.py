"""The gallery of approvals: a write-off above what somebody may book alone, and whoever decides about it."""

import msgspec

from desktop.domain.task import TaskKind
from desktop.operations import staff, tasks
from desktop.replication.changes import apply_page
from desktop.screen_counting import MATTERS
from desktop.store.replica_file import ReplicaFile
from tests.screens.gallery_warehouse import calm, presenter, show, view
from tests.screens.stage import Stage
from tests.terminals import EGGS, ENGLISH, MILK, PIN, REPLICA, RUSSIAN, _page, shop_terms


def limit(stage: Stage) -> None:
    """Whoever works in the warehouse may write off 10.00 alone."""
    with stage.terminal.database.reading() as connection:
        words = ENGLISH if tasks.require_shop(connection, stage.terminal).currency == "EUR" else RUSSIAN
    rules = {"adjust_stock": {"warehouse_worker": "allowed 10"}}
    terms = msgspec.structs.replace(shop_terms(words), permissions=rules)
    replica = ReplicaFile(stage.terminal.database.path.parent / REPLICA, b"r" * 32)
    apply_page(replica, _page("approval-terms", [("shop", "s1", terms)]))
    replica.close()


def ask(stage: Stage) -> None:
    """Five cartons of eggs and some milk are broken: who allows it?"""
    limit(stage)
    task = tasks.open_task(stage.terminal, staff.signed_in(stage.terminal), TaskKind.WRITE_OFF, reason="damaged")
    stage.shell.show_screen("task")
    presenter(stage).open(task.id)
    stage.scan(*[EGGS] * 5, MILK)
    presenter(stage).finish()
    presenter(stage).finish()


def asking(stage: Stage) -> None:
    """Somebody may allow it by a PIN."""
    show(stage)
    ask(stage)


def asked(stage: Stage) -> None:
    """Nobody is there who may."""
    asking(stage)
    view(stage).grant.shut()
    calm(stage)


def waits(stage: Stage) -> None:
    """It waits."""
    asked(stage)
    presenter(stage).end(presenter(stage).state.ends[0])


def listed(stage: Stage) -> None:
    """A manager looks at what waits."""
    waits(stage)
    staff.sign_in(stage.terminal, "mira", PIN)
    stage.shell.show_screen(MATTERS)


def deciding(stage: Stage) -> None:
    """A manager decides."""
    listed(stage)
    stage.scan("shelf")


APPROVALS = (
    ("approval-asking", asking),
    ("approval-asked", asked),
    ("approval-waits", waits),
    ("approval-listed", listed),
    ("approval-deciding", deciding),
)
