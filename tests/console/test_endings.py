"""Offers ended now and removed: asked before, told to the tills, written down, and taken back as they were."""

import pytest

from tests.console.conftest import Visitor
from tests.server_http.conftest import RunningCentre

IDENT = {"promotions": "promotion_id", "coupons": "coupon_id", "price-lists": "price_list_id"}


def path_of(centre: RunningCentre, section: str, where: str = "true") -> str:
    table = IDENT[section].removesuffix("_id")
    query = f"SELECT {IDENT[section]}::text FROM {table} WHERE {where} ORDER BY 1 LIMIT 1"
    return f"/console/{section}/{centre.ask(query)[0][0]}"


def rows_of(centre: RunningCentre, section: str) -> list[tuple[object, ...]]:
    """Everything the centre has of a section, but for how often, when and since when it was changed."""
    table = IDENT[section].removesuffix("_id")
    query = f"SELECT (to_jsonb(t) - 'version' - 'changed_at' - 'since')::text FROM {table} t ORDER BY 1"
    return centre.ask(query)


def told(centre: RunningCentre, path: str) -> list[tuple[object, ...]]:
    """Whether the tills have it still."""
    return centre.ask("SELECT DISTINCT NOT deleted FROM feed_item WHERE entity_id = %s", path.rsplit("/", 1)[1])


def audited(centre: RunningCentre) -> object:
    return centre.ask("SELECT action FROM audit ORDER BY n DESC LIMIT 1")[0][0]


@pytest.mark.parametrize("section", IDENT)
async def test_an_offer_is_ended_now_and_taken_back(admin: Visitor, centre_server: RunningCentre, section: str) -> None:
    path, before = path_of(centre_server, section), rows_of(centre_server, section)
    assert f'href="{path}/end"' in await admin.see(path)
    question = await admin.see(f"{path}/end")
    assert "What was sold stays as it is, and explained." in question
    assert rows_of(centre_server, section) == before, "a question does nothing"
    answer = await admin.send(f"{path}/end")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/console/{section}/ended")
    kind = IDENT[section].removesuffix("_id")
    assert audited(centre_server) == f"{kind}.ended"
    assert rows_of(centre_server, section) != before
    assert "It does not hold any more" in await admin.see(f"{path}/end")
    assert (await admin.send(f"{path}/end")).status_code == 409
    ended = await admin.see(f"/console/{section}/ended")
    assert ">ended</span>" in ended
    assert (await admin.send(f"/console/{section}/ended/1")).headers["location"] == path
    assert audited(centre_server) == f"{kind}.taken_back"
    assert (rows_of(centre_server, section), told(centre_server, path)) == (before, [(True,)])
    assert (await admin.send(f"/console/{section}/ended/1")).status_code == 404


async def test_an_end_is_from_now_on(admin: Visitor, centre_server: RunningCentre) -> None:
    now, ask = centre_server.clock.now(), centre_server.ask
    promotion, coupon = path_of(centre_server, "promotions"), path_of(centre_server, "coupons")
    prices = path_of(centre_server, "price-lists")
    ask("UPDATE price_list SET starts_on = %s", now.date())
    for path in (promotion, coupon, prices):
        await admin.see(f"{path}/end")
        assert (await admin.send(f"{path}/end")).status_code == 303
    today = now.date().isoformat()
    assert told(centre_server, promotion) == [(False,)]
    assert ask("SELECT definition ->> 'ends_on' FROM promotion WHERE NOT active") == [(today,)]
    assert ask("SELECT ends_at FROM coupon WHERE ends_at IS NOT NULL") == [(now,)]
    assert ask("SELECT starts_on = ends_on, %s::date - ends_on FROM price_list", today) == [(True, 1)]


async def test_what_has_not_begun_is_not_ended(admin: Visitor, centre_server: RunningCentre) -> None:
    path = path_of(centre_server, "price-lists")
    centre_server.ask("UPDATE price_list SET starts_on = %s::date + 2", centre_server.clock.now().date())
    assert f'href="{path}/end"' not in await admin.see(path)
    assert "It has not begun yet: remove it instead" in await admin.see(f"{path}/end")
    assert (await admin.send(f"{path}/end")).status_code == 409


@pytest.mark.parametrize("section", IDENT)
async def test_what_never_applied_is_removed_and_taken_back(
    admin: Visitor, centre_server: RunningCentre, section: str
) -> None:
    centre_server.ask("UPDATE customer SET price_list_id = NULL")
    where = "EXISTS (SELECT 1 FROM coupon c WHERE c.promotion_id = promotion.promotion_id)"
    path = path_of(centre_server, section, where if section == "promotions" else "true")
    before = [rows_of(centre_server, one) for one in IDENT], centre_server.ask("SELECT * FROM list_price ORDER BY 1, 2")
    assert "It can be taken back for 30 days." in await admin.see(f"{path}/remove")
    assert (await admin.send(f"{path}/remove")).status_code == 303
    assert (await admin.http.get(path)).status_code == 404
    assert told(centre_server, path) == [(False,)]
    assert audited(centre_server) == f"{IDENT[section].removesuffix('_id')}.removed"
    assert ">removed</span>" in await admin.see(f"/console/{section}/ended")
    assert (await admin.send(f"/console/{section}/ended/1")).headers["location"] == path
    after = [rows_of(centre_server, one) for one in IDENT], centre_server.ask("SELECT * FROM list_price ORDER BY 1, 2")
    assert (after, told(centre_server, path)) == (before, [(True,)])


async def test_what_applied_is_not_removed(admin: Visitor, centre_server: RunningCentre) -> None:
    promotion, prices = path_of(centre_server, "promotions"), path_of(centre_server, "price-lists")
    centre_server.ask(
        """INSERT INTO sale_promotion SELECT gen_random_uuid(), 1, promotion_id::text, name, 10 FROM promotion
           ORDER BY promotion_id LIMIT 1"""
    )
    for path in (promotion, prices):
        assert f'href="{path}/remove"' not in await admin.see(path)
        assert "It has applied already" in await admin.see(f"{path}/remove")
        assert (await admin.send(f"{path}/remove")).status_code == 409


async def test_what_was_changed_since_or_is_long_ago_stays(admin: Visitor, centre_server: RunningCentre) -> None:
    coupons = [path_of(centre_server, "coupons", f"code = '{code}'") for (code,) in
               centre_server.ask("SELECT code FROM coupon ORDER BY 1 LIMIT 2")]  # fmt: skip
    for path in coupons:
        await admin.see(f"{path}/remove")
        await admin.send(f"{path}/remove")
    centre_server.ask(
        """INSERT INTO coupon SELECT gen_random_uuid(), promotion_id, (SELECT name FROM ended_offer WHERE n = 1), 1, 0,
               NULL, NULL, true, 1, now() FROM coupon LIMIT 1"""
    )
    assert (await admin.send("/console/coupons/ended/1")).status_code == 409
    assert (await admin.send("/console/promotions/ended/2")).status_code == 404, "it is a coupon"
    centre_server.clock.advance(days=31)
    assert await admin.sign_in("vera")
    await admin.see("/console/coupons/ended")
    assert (await admin.send("/console/coupons/ended/2")).status_code == 404


async def test_a_manager_leaves_alone_what_is_for_all(
    visitor: Visitor, admin: Visitor, centre_server: RunningCentre
) -> None:
    path, other = path_of(centre_server, "promotions"), path_of(centre_server, "coupons")
    await admin.see(f"{other}/end")
    await admin.send(f"{other}/end")
    await visitor.sign_in("marten")
    assert f"{path}/end" not in await visitor.see(path)
    for act in (f"{path}/end", f"{path}/remove", "/console/coupons/ended/1"):
        assert (await visitor.send(act)).status_code == 403
    assert "/ended/1" not in await visitor.see("/console/coupons/ended")
    for wrong in ("/console/coupons/nobody/end", "/console/price-lists/nobody/remove"):
        assert (await visitor.http.get(wrong)).status_code == 404
