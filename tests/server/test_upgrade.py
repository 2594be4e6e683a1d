"""An upgrade while programs of before are at work: it stands back for them, and says so when they never pause."""

from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from server_stub import database
from server_stub.database import migrate
from server_stub.faults import Fault
from tests.server.test_partitions import older_url  # noqa: F401

WAITING = "SELECT count(*) FROM pg_locks WHERE locktype = 'relation' AND NOT granted"
REVISION = "SELECT version_num FROM alembic_version"


def test_an_upgrade_that_gets_no_table_changes_nothing(older_url: str, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    monkeypatch.setattr(database, "LOCK_WITHIN_S", 0.05)
    monkeypatch.setattr(database, "LOCK_PAUSE_S", 0.0)
    with psycopg.connect(older_url) as backup:
        backup.execute("SELECT count(*) FROM sale")
        with pytest.raises(Fault) as caught:
            migrate(older_url)
        assert caught.value.code == "database.busy"
        assert backup.execute(REVISION).fetchone() == ("0009",)
    migrate(older_url)


def test_an_upgrade_that_waits_crosswise_with_a_push_tries_again(
    older_url: str,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(database, "LOCK_PAUSE_S", 0.0)
    with ThreadPoolExecutor(1) as thread, psycopg.connect(older_url, autocommit=True) as observer:
        with psycopg.connect(older_url) as push:
            push.execute("SET LOCAL deadlock_timeout = '10min'")  # so that it is the upgrade that is ended
            push.execute("LOCK TABLE feed_token IN ROW EXCLUSIVE MODE")
            upgrade = thread.submit(migrate, older_url)
            while observer.execute(WAITING).fetchone() == (0,):
                assert not upgrade.done()
            push.execute("LOCK TABLE entry IN ROW EXCLUSIVE MODE")
        upgrade.result()
        assert observer.execute(REVISION).fetchone() != ("0009",)
