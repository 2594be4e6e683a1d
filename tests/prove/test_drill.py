"""Backup and restore drill in small; `make prove` has a million sales."""

from tests.prove import backing_up
from tests.prove.drill import run


def test_a_till_sells_again_from_the_backup_before_the_damaged_one() -> None:
    verdict = run(30, 1, customers=3)
    assert verdict.good, verdict
    assert verdict.backup.beside.sales_s, "it sold while it was backed up"


def test_a_backup_made_while_the_till_sells_is_one_instant_that_needs_its_key() -> None:
    verdict = backing_up.run(30, 1, customers=3)
    assert verdict.good, verdict
