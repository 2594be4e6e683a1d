"""What the engine gets back and loads again, in virtual time against the model of the centre."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from sync.trouble import Damaged
from sync.wire.messages import Manifest
from tests.sync.simulation import World
from tests.sync.test_engine import Scene, play, status, step

__all__ = ["play"]


def test_a_terminal_older_than_its_incarnation_gets_that_one_back_whole(play: Callable[[Scene], None]) -> None:
    async def scene(world: World) -> None:
        journal, old = world.journal, world.journal.backup()
        journal.incarnations[0].left = True
        journal.seal(30)
        await step(world)
        lost = journal.incarnations[1]
        journal.incarnations, journal.life = old, "restored"
        world.build()
        await step(world)
        assert [reason for _, reason, _ in journal.diverged] == ["rewound"]
        journal.seal()
        await step(world)
        assert [each.name for each in journal.incarnations][1] == lost.name
        assert journal.incarnations[1].entries == lost.entries
        world.check_level()

    play(scene)


def test_a_feed_that_does_not_add_up_is_loaded_again_once(play: Callable[[Scene], None]) -> None:
    async def scene(world: World) -> None:
        await step(world)
        replica = world.journal.replica
        replica.seen = lambda page: None
        for feed in ("people:s1", "catalogue"):
            name = next(iter(replica.rows[feed]))
            known = world.centre.now.feeds[feed]
            known.top += 1
            known.rows[name] = (known.top, msgspec.msgpack.encode("new"))
            known.tokens[known.top] = "t"
            replica.loses = name
            await step(world)
            world.check_level()
        assert (status(world).mended, status(world).cause) == (2, "")
        world.centre.digest = lambda feed: 1  # type: ignore[method-assign]
        world.centre.publish("people:s1", 1)
        report = await step(world)
        assert report.trouble is not None
        assert (report.trouble.cause, status(world).mended) == ("broken", 2), "a centre that does not add up itself"

    play(scene)


def test_a_replica_that_does_not_read_is_followed_by_a_snapshot(play: Callable[[Scene], None]) -> None:
    async def scene(world: World) -> None:
        await step(world)
        replica = world.journal.replica
        good, prepare = replica.apply_page, replica.prepare_snapshot

        def damaged(page: object) -> None:
            raise Damaged("page 7")

        def prepared(path: Path, manifest: Manifest) -> None:
            replica.apply_page = good  # type: ignore[method-assign]
            prepare(path, manifest)

        replica.apply_page, replica.prepare_snapshot = damaged, prepared  # type: ignore[method-assign]
        world.centre.publish("catalogue", 1)
        report = await step(world)
        assert (report.trouble, status(world).mended) == (None, 1)
        world.check_level()
        replica.apply_page = damaged  # type: ignore[method-assign]
        world.centre.publish("catalogue", 1)
        report = await step(world)
        assert report.trouble is not None
        assert (report.trouble.cause, status(world).mended) == ("disk", 1), "a disk that damages every file"

    play(scene)
