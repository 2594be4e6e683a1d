"""The page of coupons: found by promotion and code, withdrawn and let hold again."""

import re

from tests.console.conftest import Visitor
from tests.server_http.conftest import RunningCentre

ROW = r'action="(/console/coupons/[0-9a-f-]{36})/off"'


async def test_a_coupon_is_withdrawn_and_let_hold_again(admin: Visitor, centre_server: RunningCentre) -> None:
    await admin.see("/console/promotions")
    page = await admin.see("/console/coupons")
    codes, paths = re.findall(r"<code>([A-Z0-9-]+)</code>", page), re.findall(ROW, page)
    assert len(codes) == len(paths) == 3
    found = await admin.see("/console/coupons", code=codes[0].lower())
    assert re.findall(ROW, found) == paths[:1]
    assert "No coupon fits." in await admin.see("/console/coupons", code="NONE")
    promotion = re.findall(r"/console/coupons\?promotion=([0-9a-f-]{36})", page)[0]
    assert f"{paths[0]}/off" in await admin.see("/console/coupons", promotion=promotion)
    answer = await admin.send(f"{paths[0]}/off")
    assert (answer.status_code, answer.headers["location"]) == (303, "/console/coupons")
    assert f"{paths[0]}/off" not in await admin.see("/console/coupons")
    assert f"{paths[0]}/on" in await admin.see("/console/coupons", show="off")
    told = "SELECT count(DISTINCT entity_id) FROM feed_item WHERE entity = 'coupon' AND deleted"
    assert centre_server.ask(told) == [(1,)]
    assert (await admin.send(f"{paths[0]}/on")).status_code == 303
    assert centre_server.ask("SELECT action FROM audit ORDER BY n DESC LIMIT 1") == [("coupon.switched",)]
    for wrong in (f"{paths[0]}/away", "/console/coupons/nobody/on"):
        assert (await admin.send(wrong)).status_code == 404


async def test_a_manager_leaves_alone_what_is_for_all(visitor: Visitor, admin: Visitor) -> None:
    path = re.findall(ROW, await admin.see("/console/coupons"))[0]
    await visitor.sign_in("marten")
    page = await visitor.see("/console/coupons")
    assert f"{path}/off" not in page
    assert (await visitor.send(f"{path}/off")).status_code == 403
