"""The restore drill in small; `make prove` has a million sales."""

from tests.prove.drill import run


def test_a_till_sells_again_from_the_backup_before_the_damaged_one() -> None:
    verdict = run(30, 1)
    assert verdict.good, verdict
    assert verdict.selling_s, "it sold while it was backed up"
