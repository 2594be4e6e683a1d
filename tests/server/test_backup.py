"""Backups: exact while the centre works, recognised when damaged, kept for seven days, and the way back."""

import asyncio
import shutil
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import psycopg
import pytest
from msgspec.structs import replace

from server_stub.backup.archive import Writer, check_backup, reading
from server_stub.backup.first_start import restore_if_empty
from server_stub.backup.keeping import keep_newest, list_backups
from server_stub.backup.making import make_backup
from server_stub.backup.restoring import restore_backup
from server_stub.centre import Centre, load_centre
from server_stub.database import Pool, open_pool
from server_stub.embedded.postgres import Postgres
from server_stub.faults import Fault, Refusal
from server_stub.feed.sequencer import number_changes
from server_stub.jobs.mail import send_later
from server_stub.journal.ingest import land, read_head
from server_stub.journal.stats import collect_stats
from server_stub.journal.verify import verify_centre
from tests.edges import OPENING
from tests.server.asking import ask
from tests.server.terminal import Terminal, new_id

MILK = new_id()
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
async def day(pool: Pool, centre: Centre, till: Terminal) -> Terminal:
    till.open()
    till.receive(MILK, 10)
    till.void(till.sell(MILK))
    till.sell(MILK, pieces=3)
    await land(pool, centre, till.device, till.batch())
    await number_changes(pool)
    return till


@pytest.fixture
def empty_url(postgres: Postgres, database_url: str) -> str:
    """Another database on the same server: bare, without a schema."""
    name = database_url.rpartition("/")[2].partition("?")[0] + "_empty"
    with psycopg.connect(postgres.cluster.url("postgres"), autocommit=True) as conn:
        conn.execute(f'CREATE DATABASE "{name}"'.encode())
    return postgres.cluster.url(name)


async def back_up(url: str, folder: Path, now: datetime = OPENING) -> Path:
    answer = await asyncio.to_thread(make_backup, url, folder / "data", folder / "backups", now, BERLIN)
    return Path(answer["file"])


async def restore(url: str, folder: Path, path: Path, **options: Any) -> dict[str, Any]:
    return await asyncio.to_thread(restore_backup, url, folder / "data", path, OPENING, **options)


def upload(folder: Path, name: str, body: bytes) -> Path:
    path = folder / "data" / "uploads" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)
    return path


async def test_there_and_back(
    database_url: str, empty_url: str, day: Terminal, pool: Pool, centre: Centre, tmp_path: Path
) -> None:
    picture = upload(tmp_path, "ab/picture", b"\0\1" * 5000)
    upload(tmp_path, "ab/.half.part", b"not finished")
    path = await back_up(database_url, tmp_path)
    assert path.name == "eckwms-20261121-080000.zip"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [other.name for other in path.parent.iterdir()] == [path.name]
    with reading(path) as (_, manifest):
        assert sum(count for table, count in manifest.rows.items() if table.startswith("public.entry_")) == 5
        assert manifest.members.keys() == {"database.dump", "uploads/ab/picture"}
        assert (manifest.centre, manifest.epoch) == (centre.public_key.hex(), centre.epoch)
    before = await collect_stats(pool)
    picture.unlink()

    told = await restore(empty_url, tmp_path, path)

    assert (told["entries"], told["terminals"], told["aside"], told["problems"]) == (5, 1, "", [])
    assert picture.read_bytes() == b"\0\1" * 5000
    async with open_pool(empty_url) as restored:
        assert await collect_stats(restored) == before
        assert (await verify_centre(restored))["ok"]
        back = await load_centre(restored)
        assert back.public_key == centre.public_key
        assert back.epoch == told["epoch"] != centre.epoch, "terminals know it by its new epoch"


async def test_what_comes_after_the_backup_lands_once_more(
    database_url: str, day: Terminal, pool: Pool, centre: Centre, tmp_path: Path
) -> None:
    """The centre says that it holds less than it had acknowledged, and the terminal sends the rest again."""
    path = await back_up(database_url, tmp_path)
    kept = len(day.entries)
    for _ in range(3):
        day.sell(MILK)
    await land(pool, centre, day.device, day.batch())
    await pool.close()
    told = await restore(database_url, tmp_path, path, force=True)
    async with open_pool(database_url) as restored:
        again = await load_centre(restored)
        head = await read_head(restored, again, day.device, day.incarnation)
        assert (head.seq, head.epoch) == (kept, told["epoch"])
        for _ in range(2):
            answer = await land(restored, again, day.device, day.batch(head.seq + 1))
            assert (answer.outcome, answer.acked_seq) == ("landed", kept + 3)
        assert (await collect_stats(restored))["sales"] == 5
        assert (await verify_centre(restored))["ok"]
    with psycopg.connect(database_url) as conn:
        assert conn.execute("SELECT 1 FROM pg_database WHERE datname = %s", (told["aside"],)).fetchone()


async def test_a_backup_during_sales_is_of_one_moment(
    database_url: str, empty_url: str, day: Terminal, pool: Pool, centre: Centre, tmp_path: Path
) -> None:
    over = asyncio.Event()

    async def keep_selling() -> None:
        while not over.is_set():
            day.sell(MILK)
            await land(pool, centre, day.device, day.batch(len(day.entries)))

    selling = asyncio.create_task(keep_selling())
    path = await back_up(database_url, tmp_path)
    over.set()
    await selling
    told = await restore(empty_url, tmp_path, path)
    assert 5 <= told["entries"] < len(day.entries)
    assert told["problems"] == []


async def test_what_is_there_is_not_replaced_by_accident(
    database_url: str, day: Terminal, pool: Pool, tmp_path: Path
) -> None:
    path = await back_up(database_url, tmp_path)
    with pytest.raises(Refusal, match="There is a centre"):
        await restore(database_url, tmp_path, path)
    with pytest.raises(Refusal, match="in use"):
        await restore(database_url, tmp_path, path, force=True)
    assert await ask(pool, "SELECT count(*) FROM entry") == 5
    with pytest.raises(Refusal, match="is there already"):
        await back_up(database_url, tmp_path)


async def test_a_backup_that_does_not_verify_is_taken_by_force_only(
    database_url: str, empty_url: str, day: Terminal, pool: Pool, tmp_path: Path
) -> None:
    async with pool.connection() as conn:
        await conn.execute("UPDATE stock SET on_hand_milli = on_hand_milli + 1")
    path = await back_up(database_url, tmp_path)
    with pytest.raises(Refusal, match="on hand"):
        await restore(empty_url, tmp_path, path)
    with psycopg.connect(empty_url) as bare:
        assert bare.execute("SELECT to_regclass('entry')").fetchone() == (None,)
        left = bare.execute("SELECT datname FROM pg_database WHERE datname LIKE '%%restored%%'").fetchall()
        assert left == [], "nothing is left lying about"
    assert (await restore(empty_url, tmp_path, path, force=True))["problems"]


async def test_mail_that_may_have_gone_out_is_not_sent_twice(
    database_url: str, empty_url: str, day: Terminal, pool: Pool, tmp_path: Path
) -> None:
    async with pool.connection() as conn:
        await send_later(conn, "boss@example.com", "Today", "All well", now=OPENING)
    await restore(empty_url, tmp_path, await back_up(database_url, tmp_path))
    async with open_pool(empty_url) as restored:
        assert "sent since" in await ask(restored, "SELECT last_error FROM job WHERE dead_at IS NOT NULL")


async def test_every_damage_is_found(database_url: str, day: Terminal, tmp_path: Path) -> None:
    """A bit anywhere, a cut anywhere: either refused, or of no meaning (a date in the ZIP's own list)."""
    upload(tmp_path, "picture", bytes(range(256)) * 20)
    path = await back_up(database_url, tmp_path)
    whole, good = path.read_bytes(), check_backup(path)
    found = 0
    for number in range(60):
        at = (number * 7919) % len(whole)
        path.write_bytes(whole[:at] + bytes([whole[at] ^ (1 << number % 8)]) + whole[at + 1 :])
        try:
            assert check_backup(path) == good
        except Refusal as error:
            assert error.code in ("backup.damaged", "backup.newer")
            found += 1
    assert found >= 55
    for cut in (0, 1, 100, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:cut])
        assert list_backups(path.parent)[0].problem
        with pytest.raises(Refusal, match="damaged"):
            check_backup(path)


async def test_a_backup_with_a_name_that_leads_out_is_refused(database_url: str, day: Terminal, tmp_path: Path) -> None:
    path = await back_up(database_url, tmp_path)
    evil = path.with_name("eckwms-20261121-090000.zip")
    for name in ("uploads/../../out", "/etc/out", "uploads/./out", "out"):
        with reading(path) as (_, manifest), zipfile.ZipFile(evil, "w") as file:
            writer = Writer(file)
            writer.members.update(manifest.members)
            with zipfile.ZipFile(path) as source:
                file.writestr("database.dump", source.read("database.dump"))
            writer.add(name, OPENING, lambda sink: sink.write(b"boo"))
            writer.finish(replace(manifest, members=writer.members))
        with pytest.raises(Refusal, match="outside"):
            check_backup(evil)


async def test_seven_days_are_kept(database_url: str, day: Terminal, centre: Centre, tmp_path: Path) -> None:
    nights = [OPENING + timedelta(days=number) for number in range(9)]
    for night in nights:
        await back_up(database_url, tmp_path, night)
    folder = tmp_path / "backups"
    names = [f"eckwms-{night:%Y%m%d}-080000.zip" for night in nights]
    assert sorted(path.name for path in folder.iterdir()) == names[2:]

    later = await back_up(database_url, tmp_path, nights[-1] + timedelta(hours=1))
    assert sorted(path.name for path in folder.iterdir()) == [*names[2:], later.name], "all of the newest day stay"
    for name in (*names[4:], later.name):
        (folder / name).write_bytes(b"damaged")
    others = folder / "eckwms-20200101-000000.zip"
    shutil.copy(folder / names[2], others)
    keep_newest(folder, "another centre", OPENING)
    assert len(list(folder.iterdir())) == 9, "nothing of another centre's is touched"
    keep_newest(folder, centre.public_key.hex(), OPENING)
    good = [kept.path.name for kept in list_backups(folder) if not kept.problem]
    assert good == [names[3], names[2]], "the last good ones stay"


async def test_days_are_the_shops(database_url: str, day: Terminal, tmp_path: Path) -> None:
    """Two nights at 02:00 may fall on one date of UTC: both stay."""
    first = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)
    for moment in (first - timedelta(hours=23), first):
        await back_up(database_url, tmp_path, moment)
    for number in range(6):
        await back_up(database_url, tmp_path, first + timedelta(days=1 + number))
    assert len(list_backups(tmp_path / "backups")) == 7


@pytest.mark.expects_log("passed over", "restored from a backup")
async def test_an_empty_centre_begins_with_the_newest_good_backup(
    database_url: str, empty_url: str, day: Terminal, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"

    async def begin(url: str) -> Path | None:
        return await asyncio.to_thread(restore_if_empty, url, tmp_path / "new", folder, OPENING)

    assert await begin(empty_url) is None, "an empty folder is no fault"
    paths = [await back_up(database_url, tmp_path, OPENING + timedelta(days=number)) for number in range(3)]
    paths[2].write_bytes(paths[2].read_bytes()[:-300])
    whole = bytearray(paths[1].read_bytes())
    whole[len(whole) // 3] ^= 1
    paths[1].write_bytes(whole)
    assert await begin(database_url) is None, "a centre that is there is left alone"
    assert await begin(empty_url) == paths[0]
    assert await begin(empty_url) is None


@pytest.mark.expects_log("passed over")
async def test_a_centre_does_not_begin_anew_beside_damaged_backups(empty_url: str, tmp_path: Path) -> None:
    (tmp_path / "eckwms-20261121-020000.zip").write_bytes(b"")
    with pytest.raises(Fault, match="None of the 1 backups"):
        await asyncio.to_thread(restore_if_empty, empty_url, tmp_path, tmp_path, OPENING)


async def test_nothing_to_copy(empty_url: str, database_url: str, tmp_path: Path) -> None:
    for url in (empty_url, database_url):
        with pytest.raises(Refusal, match=r"no centre|never run"):
            await back_up(url, tmp_path)
    assert list((tmp_path / "backups").iterdir()) == []
