"""The gallery of sync and health: what waits, why, whose it is, and what can be done about it."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

from desktop.domain.backup import Backup
from desktop.domain.case import Case
from desktop.domain.clock import iso
from desktop.domain.rights import Reach, Standing
from desktop.domain.unsent import Exported, Unsent, Weight
from desktop.faults import Fault
from desktop.operations import backups
from desktop.store.journal import list_incarnations, read_last_seq
from desktop.store.terminal import save_known
from desktop.ui.health.health_rows import Checked
from desktop.ui.health.presenter import HealthPresenter
from desktop.ui.health.view import HealthView
from sync.status import EngineStatus, FeedMark
from tests.screens.gallery_desk import acknowledge, open_health, sell
from tests.screens.stage import Stage

KINDS = (
    ("quarantine", "T01-004402", "unknown product 01931c", "Till 1"),
    ("receipt.twice", "s1 T03-000771", "Two sales have the receipt number T03-000771", ""),
    ("fork", "019aa7c4 019a", "entry 4402 is not the one that was sealed", "Warehouse terminal 2, receiving"),
    ("journal.rewound", "", "the centre holds it up to entry 4402", "Till 1"),
    ("device.other_key", "019aa7c4", "9f3ac1d07be24410", "Till 4"),
    ("device.blocked_entries", "019aa7c4", "12 entries", "Till 5"),
    ("backup.failed", "", "The daily backup failed: disk full", ""),
    ("gift.overspent", "G-77", "a kind of a newer centre", "Till 2"),
)


def health_offline(stage: Stage) -> None:
    """The internet is gone since a while."""
    offline(stage, _with_sales(stage, minutes=34))


def health_rights(stage: Stage) -> None:
    """Rights run out in two days while the internet is away."""
    health = _with_sales(stage, minutes=34)
    offline(stage, health)
    health._put(rights=Standing(age=timedelta(days=28), reach=Reach.SENIOR))


def health_doubted(stage: Stage) -> None:
    """The people here are not those whom head office signed."""
    health = _with_sales(stage, minutes=34)
    offline(stage, health)
    health._put(rights=Standing(Reach.DOUBTED, None, "people"))


def health_person(stage: Stage) -> None:
    """Head office could not book an entry, and the journal went on anew once."""
    stage.clock.advance(minutes=-150)
    sell(stage, "mira")
    stage.clock.advance(minutes=150)
    acknowledge(stage, 3)
    with stage.terminal.database.writing() as connection:
        incarnation = list_incarnations(connection)[0]
        broken = '{"019a": {"reason": "rewound", "detail": "", "good_seq": 4402}}'
        save_known(connection, problems=json.dumps({f"{incarnation}/4": "quarantined"}), doubts=broken)
    offline(stage, open_health(stage))


def health_fine(stage: Stage) -> None:
    """All is sent."""
    sell(stage, "mira")
    acknowledge(stage)
    _backed_up(stage, hours=10)
    _told(stage, open_health(stage), state="level", live=True, clock_offset_s=0.4)


def health_backup(stage: Stage) -> None:
    """All is sent, but the disk of the backups is full since the day before yesterday."""
    sell(stage, "mira")
    acknowledge(stage)
    _backed_up(stage, hours=54)
    backups.note_failed(stage.terminal, Fault("backup.no_room", "", "12 MB are free", ""))
    _told(stage, open_health(stage), state="level", live=True, clock_offset_s=0.4)


def _backed_up(stage: Stage, hours: int) -> None:
    made_at = iso(stage.clock.now() - timedelta(hours=hours))
    backups.note_made(stage.terminal, Backup("till.backup", made_at, 1 << 20, 3, 3, "00"))


def health_blocked(stage: Stage) -> None:
    """Head office has closed this till."""
    sell(stage, "mira")
    _told(stage, open_health(stage), state="blocked", cause="denied.blocked", unsent=7)


def health_busy(stage: Stage) -> None:
    """Head office asked to wait: trying now would not be a try."""
    _told(stage, _with_sales(stage), state="offline", cause="busy", unsent=3, next_try_s=540.0)


def health_certificate(stage: Stage) -> None:
    """Somebody else may be listening."""
    _told(stage, _with_sales(stage), state="offline", cause="offline.certificate", unsent=3, next_try_s=41.0)


def health_captive(stage: Stage) -> None:
    """The network of a shopping centre asks to sign in."""
    _told(stage, _with_sales(stage), state="offline", cause="offline.captive", unsent=3, next_try_s=8.0)


def health_cases(stage: Stage) -> None:
    """Many kinds of cases, of several tills, while all is sent."""
    health = open_cases(stage)
    _told(stage, health, state="level", live=True, clock_offset_s=0.4)


def health_case(stage: Stage) -> None:
    """One of them in full."""
    health = open_cases(stage)
    _told(stage, health, state="level", live=True)
    _view(stage).lists.case_list.chosen.emit(health.state.cases[2].id)


def health_long(stage: Stage) -> None:
    """A week without the line."""
    health = _with_sales(stage, minutes=34)
    one = health.state.waiting.rows[0]
    rows = tuple(_another(stage, one, at) for at in range(200))
    longest = replace(
        one,
        kind="drawer.opened",
        subject="",
        amount_minor=None,
        detail="change for the flower stand by the door, twice",
    )
    oldest = iso(stage.clock.now() - timedelta(days=7))
    worth = replace(health.state.waiting.worth[0], minor=98_412_350)
    waiting = replace(health.state.waiting, rows=(longest, *rows[1:]), count=4_211, oldest_at=oldest)
    health._put(waiting=replace(waiting, weight=Weight(3_907, (worth,))))
    offline(stage, health)


def health_export(stage: Stage) -> None:
    """Where an export goes."""
    health_offline(stage)
    _view(stage).export.click()


def health_exported(stage: Stage) -> None:
    """It is written and checked."""
    health = _with_sales(stage, minutes=34)
    offline(stage, health)
    health._put(exported=Exported(3, "E:/unsent-Till-1-20261121-143200.jsonl", "9f3a"))


def health_export_failed(stage: Stage) -> None:
    """The stick is full."""
    health = _with_sales(stage, minutes=34)
    offline(stage, health)
    health._put(export_fault=Fault("export.unwritable", "The file cannot be written", "No space left", "Choose."))


def health_note(stage: Stage) -> None:
    """What a cashier shows or prints for the manager."""
    health = open_cases(stage, cases=2)
    offline(stage, health)
    _view(stage).note.click()


def health_note_alone(stage: Stage) -> None:
    """The same on a till without a printer."""
    sell(stage, "anna")
    health = open_health(stage, prints=False)
    _told(stage, health, state="attention", cause="refused", detail="400 unknown field", unsent=7)
    _view(stage).note.click()


def health_fork(stage: Stage) -> None:
    """A second copy of this till has written."""
    sell(stage, "mira")
    with stage.terminal.database.writing() as connection:
        save_known(connection, doubts='{"019a": {"reason": "fork", "detail": "", "good_seq": 4402}}')
    health = open_health(stage)
    _told(stage, health, state="attention", cause="fork", unsent=health.state.waiting.count)


def health_damaged(stage: Stage) -> None:
    """The journal was checked and does not hold."""
    sell(stage, "mira")
    health = open_health(stage)
    health._put(checked=Checked(6, 4, "content does not match its hash"), checked_at=stage.clock.now())


def open_cases(stage: Stage, cases: int = len(KINDS)) -> HealthPresenter:
    """The screen with so many cases, each of another kind."""
    health = _with_sales(stage)
    told = [
        Case(str(at), kind, iso(stage.clock.now() - timedelta(hours=7 * at + 1)), device, subject, detail)
        for at, (kind, subject, detail, device) in enumerate(KINDS[:cases])
    ]
    told[0] = replace(told[0], entry=health.state.waiting.rows[0], incarnation="019aa7c4-52e1-7c3b", seq=4)
    health._put(cases=tuple(told))
    stage.shell.presenter.state = replace(stage.shell.presenter.state, cases=cases)
    return health


def offline(stage: Stage, health: HealthPresenter) -> None:
    """The internet is gone, and this till knows since when."""
    lost = iso(stage.clock.now() - timedelta(minutes=34))
    unsent = health.state.waiting.count
    _told(stage, health, state="offline", cause="offline.internet", unsent=unsent, last_contact=lost, next_try_s=30.0)


def _told(stage: Stage, health: HealthPresenter, **values: Any) -> None:
    known = {"last_contact": iso(stage.clock.now() - timedelta(seconds=12))}
    status = EngineStatus(feeds=(FeedMark("catalogue", "e", 88_410),), **(known | values))
    health.show_sync(status)
    stage.shell.show_sync(status)


def _with_sales(stage: Stage, minutes: int = 6) -> HealthPresenter:
    stage.clock.advance(minutes=-minutes)
    sell(stage, "mira")
    stage.clock.advance(minutes=minutes)
    with stage.terminal.database.reading() as connection:
        last = read_last_seq(connection, list_incarnations(connection)[0])
    acknowledge(stage, last - 3)
    return open_health(stage)


def _another(stage: Stage, one: Unsent, at: int) -> Unsent:
    happened = iso(stage.clock.now() - timedelta(minutes=10_080 - at))
    return replace(one, subject=f"T01-{4417 + at:06}", occurred_at=happened)


def _view(stage: Stage) -> HealthView:
    view = stage.shell.stack.currentWidget()
    assert isinstance(view, HealthView)
    return view


HEALTH = (
    ("health-offline", health_offline),
    ("health-rights", health_rights),
    ("health-doubted", health_doubted),
    ("health-person", health_person),
    ("health-fine", health_fine),
    ("health-backup", health_backup),
    ("health-blocked", health_blocked),
    ("health-busy", health_busy),
    ("health-certificate", health_certificate),
    ("health-captive", health_captive),
    ("health-cases", health_cases),
    ("health-case", health_case),
    ("health-long", health_long),
    ("health-export", health_export),
    ("health-exported", health_exported),
    ("health-export-failed", health_export_failed),
    ("health-note", health_note),
    ("health-note-alone", health_note_alone),
    ("health-fork", health_fork),
    ("health-damaged", health_damaged),
)
"""The screens of this file, for the list of all."""
