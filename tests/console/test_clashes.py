"""A customer changed in two places, decided on a page: both values side by side, and a manager says which holds."""

import re

from tests.console.conftest import Visitor
from tests.server.clashing import clash
from tests.server.terminal import Ground
from tests.server_http.conftest import RunningCentre


async def test_both_values_are_shown_and_what_is_chosen_holds(
    admin: Visitor, centre_server: RunningCentre, shop_day: Ground
) -> None:
    ident = await clash(centre_server.database_url, shop_day)
    page = await admin.see("/console/cases")
    assert "A customer was changed in two places: Lena Sommer" in page
    assert ">Address, Telephone<" in page
    [path] = re.findall(r'href="(/console/cases/\d+)"', page)
    page = await admin.see(path)
    assert all(f"<b>{value}</b>" in page for value in ("Hof 1", "Hof 3", "0170 2", "0170 3"))
    assert "before: 0170 1" in page
    assert page.count('value="later" checked') == 2
    assert (await admin.send(path, address="later", phone="later")).status_code == 400
    [change] = re.findall(r'name="phone" value="([0-9a-f-]{36})"', page)
    rest = await admin.send(path, address="later", phone=change)
    assert (rest.status_code, rest.headers["location"]) == (303, path)
    page = await admin.see(path)
    assert "Hof 3" in page
    assert "0170 3" not in page
    assert (await admin.send(path, address="ours", note="By letter")).headers["location"] == "/console/cases"
    kept = "SELECT given_text(bytes, 'phone'), given_text(bytes, 'address') FROM attachment"
    assert centre_server.ask(f"{kept} WHERE subject_id = %s AND bytes IS NOT NULL", ident) == [("0170 3", "Hof 1")]
    assert (await admin.http.get(path)).status_code == 404
    assert "By letter" in await admin.see("/console/cases?show=closed")
    assert "Customer changed in two places: decided" in await admin.see("/console/audit")
