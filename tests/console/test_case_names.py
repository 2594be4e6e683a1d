"""A case about customers says their names, which are stored with the customers alone."""

from tests.console.conftest import Visitor
from tests.server.terminal import Ground, new_id
from tests.server_http.conftest import RunningCentre


async def test_who_overspent_is_named(admin: Visitor, centre_server: RunningCentre, shop_day: Ground) -> None:
    anna, paper = new_id(), new_id()
    centre_server.ask(
        "INSERT INTO attachment (attachment_id, shop_id, kind, subject_id, hash, salt, bytes, created_at)"
        f" VALUES ('{paper}', '{shop_day.shop}', 'customer', '{anna}', '\\x00', '\\x00',"
        " convert_to('{\"name\": \"Anna Rot\"}', 'UTF8'), now())"
    )
    centre_server.ask(
        "INSERT INTO customer (customer_id, shop_id, version, attachment_id, words, created_at, changed_at)"
        f" VALUES ('{anna}', '{shop_day.shop}', 1, '{paper}', '', now(), now())"
    )
    centre_server.ask(
        "INSERT INTO cases (kind, subject, detail, shop_id, opened_at)"
        f" VALUES ('purse_overspent', '{anna}', 'x', '{shop_day.shop}', now())"
    )
    centre_server.ask(
        "INSERT INTO cases (kind, subject, detail, shop_id, opened_at)"
        f" VALUES ('customer.twice', '{anna} {paper}', 'x', '{shop_day.shop}', now())"
    )
    page = await admin.see("/console/cases")
    assert "A customer spent more than was there: Anna Rot" in page
    assert f"One customer may be here twice: Anna Rot + {paper}" in page
    centre_server.ask(f"DELETE FROM cases WHERE position('{anna}' IN subject) = 1")
    centre_server.ask(f"DELETE FROM customer WHERE customer_id = '{anna}'")
    centre_server.ask(f"DELETE FROM attachment WHERE attachment_id = '{paper}'")
