from server_stub.centre import Centre, load_centre, renew_epoch
from server_stub.database import Pool
from sync.chain import verify_signature


async def test_identity_is_made_once(pool: Pool, centre: Centre) -> None:
    again = await load_centre(pool)
    assert (again.epoch, again.public_key, again.jwt_secret) == (centre.epoch, centre.public_key, centre.jwt_secret)
    assert verify_signature(centre.public_key, b"word", again.sign(b"word"))


async def test_a_restore_begins_a_new_epoch(pool: Pool, centre: Centre) -> None:
    async with pool.connection() as conn:
        epoch = await renew_epoch(conn)
    assert epoch != centre.epoch
    assert (await load_centre(pool)).epoch == epoch


async def test_a_database_from_another_cluster_begins_a_new_epoch(pool: Pool, centre: Centre) -> None:
    async with pool.connection() as conn:
        await conn.execute("UPDATE centre SET system_identifier = '1'")
    moved = await load_centre(pool)
    assert moved.epoch != centre.epoch
    assert moved.public_key == centre.public_key
    assert (await load_centre(pool)).epoch == moved.epoch
