"""Orders at the page: how far each is, what was not as ordered, ended by who may."""

import re
from datetime import UTC, datetime, timedelta

import psycopg

from server_stub.photos.keeping import KEPT_FOR, prune
from tests.console.conftest import Visitor
from tests.server.terminal import Ground
from tests.server_http.conftest import RunningCentre

MAKE = """
WITH made AS (INSERT INTO work_order (id, shop_id, kind, number, partner, opened_at)
    VALUES (gen_random_uuid(), %s, 'receipt', 'PO-77', 'Soapworks', now()) RETURNING id, shop_id),
lines AS (INSERT INTO work_order_line (order_id, n, shop_id, product_id, quantity_milli, done_milli)
    SELECT id, n, shop_id, gen_random_uuid(), 4000, n * 1000 FROM made, generate_series(1, 4) n),
off AS (INSERT INTO deviation (document_id, n, shop_id, order_id, product_id, quantity_milli, kind, reason, lot)
    SELECT gen_random_uuid(), 1, shop_id, id, gen_random_uuid(), 2000, 'damaged', 'wet', '' FROM made)
SELECT '/console/orders/' || id FROM made
"""
PHOTOS = """
INSERT INTO deviation_photo (document_id, n, k, shop_id, hash)
SELECT document_id, n, k, shop_id, hash FROM deviation, unnest(%s::text[]) WITH ORDINALITY f(hash, k)
WHERE reason = 'wet'
"""
DOCUMENT = """
INSERT INTO goods_document (document_id, chain, seq, shop_id, purpose, reference, reason, note, granted_by, occurred_at,
    actor) SELECT document_id, 1, 99, shop_id, 'received', 'DN-1', '', '', '', now(), 'wim' FROM deviation;
"""
CASE = """
UPDATE work_order SET kind = 'arrival' WHERE number = 'PO-77';
INSERT INTO cases (kind, subject, detail, shop_id, opened_at)
SELECT 'transfer.difference', number || ', ' || partner, '', shop_id, now() FROM work_order WHERE number = 'PO-77'
"""


async def test_an_order_is_seen_and_ended(admin: Visitor, shop_day: Ground, centre_server: RunningCentre) -> None:
    path = str(centre_server.ask(MAKE, shop_day.shop)[0][0])
    page = await admin.see("/console/orders")
    assert [word in page for word in ("PO-77", "Soapworks", "1 / 4", "62 %", "Receive goods")] == [True] * 5
    centre_server.ask("UPDATE work_order_line SET over_ppm = 25000 WHERE n = 2 RETURNING 1")
    page = await admin.see(path)
    assert [word in page for word in ("damaged", "wet", "open")] == [True] * 3
    assert [word in page for word in ("+2.5 %", "+0 %")] == [True, False], "a line says its own tolerance"
    assert (await admin.send(path + "/end")).status_code == 303
    again = await admin.send(path + "/cancel")
    assert (again.status_code, "This order is not open any more" in again.text) == (409, True)
    assert "PO-77" not in await admin.see("/console/orders")
    assert "PO-77" in await admin.see("/console/orders", state="ended")
    assert (await admin.send(path + "/dance")).status_code == 404


async def test_an_order_is_given_to_somebody_and_to_nobody_again(
    admin: Visitor, shop_day: Ground, centre_server: RunningCentre
) -> None:
    path = str(centre_server.ask(MAKE, shop_day.shop)[0][0])
    [(person, name)] = centre_server.ask(
        "SELECT id::text, name FROM person WHERE shop_id = %s AND active ORDER BY name LIMIT 1", shop_day.shop
    )
    assert "whoever takes it" in await admin.see(path)
    assert (await admin.send(path + "/person", person=person)).headers["location"] == path
    page = await admin.see(path)
    assert [word in page for word in (f'value="{person}" selected', "whom it is for")] == [True, True]
    assert f"for {name}</span>" in await admin.see("/console/orders")
    assert (await admin.send(path + "/person", person="")).status_code == 303
    assert f'value="{person}" selected' not in await admin.see(path)
    for wrong in ("nobody", "0190c0de-0000-7000-8000-000000000001"):
        assert (await admin.send(path + "/person", person=wrong)).status_code == 400
    await admin.send(path + "/end")
    assert (await admin.send(path + "/person", person=person)).status_code == 409


PACKED = """
WITH made AS (INSERT INTO work_order (id, shop_id, kind, number, partner, opened_at)
    VALUES (gen_random_uuid(), %s, 'picking', 'P-9', 'Anna', now()) RETURNING id, shop_id),
goods AS (INSERT INTO product (id, sku, name, unit, price_e4, rate_ppm, category, weighed, age_limit, active,
    track_lots, packed) VALUES (gen_random_uuid(), 'LOAF', 'Plain loaf', 'pcs', 1, 0, '', false, 0, true, false, '')
    RETURNING id),
parcel AS (SELECT gen_random_uuid() AS document_id, made.*, n FROM made, generate_series(1, 3) n),
papers AS (INSERT INTO goods_document (document_id, chain, seq, shop_id, purpose, reference, reason, note, granted_by,
    occurred_at, actor, weight_milli)
    SELECT document_id, 1, 100 + n, shop_id, 'shipped', 'P-9-' || n, '', '', '', now(), 'wim', (3 - n) * 560
    FROM parcel),
done AS (INSERT INTO order_document (document_id, order_id, shop_id, chain, seq, ends_order)
    SELECT document_id, id, shop_id, 1, 100 + n, n = 3 FROM parcel),
checked AS (INSERT INTO weight_check (document_id, shop_id, expected_milli, tolerance_milli, verdict, accepted_by,
    reason, unknown) SELECT document_id, shop_id, 342, 30, CASE n WHEN 1 THEN 'accepted' ELSE 'unchecked' END,
        CASE n WHEN 1 THEN 'wim' ELSE '' END, CASE n WHEN 1 THEN 'packaging' ELSE '' END,
        CASE n WHEN 1 THEN '{}' ELSE ARRAY[goods.id] END FROM parcel, goods WHERE n < 3)
SELECT '/console/orders/' || id FROM made
"""


async def test_parcels_say_how_their_weight_was_checked(
    admin: Visitor, shop_day: Ground, centre_server: RunningCentre
) -> None:
    path = str(centre_server.ask(PACKED, shop_day.shop)[0][0])
    page = await admin.see(path)
    words = ("P-9-1", "1.12 kg", "0.342 kg", "±0.03", "taken for right", "wim: box and padding weigh more")
    words += ("not checked", "Weight not known: Plain loaf", "not weighed")
    assert [word in page for word in words] == [True] * 9
    other = str(centre_server.ask(MAKE, shop_day.shop)[0][0])
    assert "Parcels" not in await admin.see(other), "nothing is packed for a receipt"


BUNDLE = """
WITH box AS (INSERT INTO product (id, sku, name, unit, price_e4, rate_ppm, category, weighed, age_limit, active,
    track_lots, packed) VALUES (gen_random_uuid(), 'BOX', 'Gift box', 'pcs', 1, 0, '', false, 0, true, false, '')
    RETURNING id)
UPDATE work_order_line SET bundle_id = box.id, bundle_n = 7, bundle_milli = 2000 FROM box WHERE n IN (2, 3) RETURNING n
"""


async def test_parts_say_which_bundle_they_are_for(
    admin: Visitor, shop_day: Ground, centre_server: RunningCentre
) -> None:
    path = str(centre_server.ask(MAKE, shop_day.shop)[0][0])
    assert "Gift box" not in await admin.see(path)
    centre_server.ask(BUNDLE)
    assert (await admin.see(path)).count("→ Gift box") == 2


DELIVERY = """
WITH g AS (INSERT INTO goods_document (document_id, chain, seq, shop_id, purpose, reference, reason, note, granted_by,
    occurred_at, actor) SELECT gen_random_uuid(), 1, 98, shop_id, 'received', 'DN-9', '', '', '', now(), 'wim'
    FROM work_order WHERE number = 'PO-77' RETURNING *)
INSERT INTO adjustment (chain, seq, n, business_day, shop_id, product_id, from_place_id, to_place_id, quantity_milli,
    reason, occurred_at, lot, document_id)
SELECT 1, 98, 1, now()::date, g.shop_id, l.product_id, gen_random_uuid(), gen_random_uuid(), 1500, '', now(), '',
    g.document_id FROM g, work_order_line l WHERE l.n = 1 RETURNING document_id::text
"""


async def test_a_delivery_without_an_order_is_matched_and_taken_away_again(
    admin: Visitor, shop_day: Ground, centre_server: RunningCentre
) -> None:
    path = str(centre_server.ask(MAKE, shop_day.shop)[0][0])
    [(document,)] = centre_server.ask(DELIVERY)
    before = centre_server.ask("SELECT done_milli FROM work_order_line WHERE n = 1")
    page = await admin.see(path)
    assert [word in page for word in ("DN-9", "1.5", "It belongs to this order")] == [True] * 3
    answer = await admin.send(path + "/match", document=document)
    assert (answer.status_code, answer.headers["location"]) == (303, path)
    page = await admin.see(path)
    assert ("counts for this order" in page, "The delivery counts for this order." in page) == (True, True)
    assert centre_server.ask("SELECT done_milli FROM work_order_line WHERE n = 1") == [(before[0][0] + 1500,)]
    again = await admin.send(path + "/match", document=document)
    assert (again.status_code, "belongs to an order already" in again.text) == (409, True)
    await admin.send(path + "/unmatch", document=document)
    assert centre_server.ask("SELECT done_milli FROM work_order_line WHERE n = 1") == before
    assert (await admin.send(path + "/match", document="nothing")).status_code == 404


async def test_a_claim_is_made_once_sent_and_answered(
    admin: Visitor, shop_day: Ground, centre_server: RunningCentre
) -> None:
    path = str(centre_server.ask(MAKE, shop_day.shop)[0][0])
    assert (await admin.http.get(path + "/claim")).status_code == 404
    assert "Make a claim of it" in await admin.see(path)
    for _ in range(2):
        answer = await admin.send(path + "/claim/make")
        assert (answer.status_code, answer.headers["location"]) == (303, path + "/claim")
    page = await admin.see(path + "/claim")
    assert [word in page for word in ("Claim 1", "Soapworks", "PO-77", "damaged", "wet", "not sent yet")] == [True] * 6
    await admin.send(path + "/claim/send")
    again = await admin.send(path + "/claim/send")
    assert (again.status_code, "no claim that has to go out" in again.text) == (409, True)
    await admin.send(path + "/claim/answer", answer="A credit note follows")
    page = await admin.see(path + "/claim")
    assert [word in page for word in ("A credit note follows", "answered")] == [True] * 2
    assert "What the supplier said" not in page, "there is nothing left to do"
    assert "Claim 1" in await admin.see(path)
    assert centre_server.ask("SELECT number, answered_at IS NOT NULL FROM claim") == [(1, True)]
    centre_server.ask("DELETE FROM claim RETURNING 1")
    centre_server.ask("DELETE FROM deviation RETURNING 1")
    assert (await admin.send(path + "/claim/make")).status_code == 409, "everything came as it was ordered"


async def test_photos_are_shown_to_their_shop_alone(
    admin: Visitor, shop_day: Ground, centre_server: RunningCentre
) -> None:
    path, here, on_its_way = str(centre_server.ask(MAKE, shop_day.shop)[0][0]), "a" * 64, "b" * 64
    centre_server.ask(PHOTOS, [here, on_its_way])
    centre_server.ask("INSERT INTO photo VALUES (%s, gen_random_uuid(), %s, now())", here, b"\xff\xd8\xff")
    page = await admin.see(path)
    assert [f"/console/photos/{name}" in page for name in (here, on_its_way)] == [True, False]
    assert "The photo is on its way" in page
    photo = await admin.http.get(f"/console/photos/{here}")
    assert (photo.status_code, photo.content, photo.headers["content-type"]) == (200, b"\xff\xd8\xff", "image/jpeg")
    assert (await admin.http.get(f"/console/photos/{on_its_way}")).status_code == 404
    centre_server.ask(DOCUMENT + CASE)
    for listed in ("/console/deviations", "/console/cases"):
        assert f"/console/photos/{here}" in await admin.see(listed)
    centre_server.ask("UPDATE person SET shop_id = %s, role = 'manager'", shop_day.shop)
    assert (await admin.http.get(f"/console/photos/{here}")).status_code == 200
    centre_server.ask("UPDATE deviation_photo SET shop_id = gen_random_uuid() RETURNING 1")
    assert (await admin.http.get(f"/console/photos/{here}")).status_code == 404
    centre_server.ask("UPDATE deviation_photo SET shop_id = %s", shop_day.shop)
    await forget_after_two_years(centre_server)
    assert (await admin.http.get(f"/console/photos/{here}")).status_code == 404
    page = await admin.see("/console/deviations")
    assert ("The photo was let go, it was too old" in page, "The photo is on its way" in page) == (True, True)
    assert f"/console/photos/{here}" not in await admin.see("/console/cases")


async def forget_after_two_years(centre: RunningCentre) -> None:
    """Prune as the job does: a day before the time nothing goes."""
    async with await psycopg.AsyncConnection.connect(centre.database_url, autocommit=True) as conn:
        for later, left in ((KEPT_FOR - timedelta(days=1), 3), (KEPT_FOR + timedelta(days=1), 0)):
            await prune(conn, datetime.now(UTC) + later)
            assert centre.ask("SELECT octet_length(content) FROM photo") == [(left,)]


FACE = """
WITH goods AS (INSERT INTO product (id, sku, name, unit, price_e4, rate_ppm, category, weighed, age_limit, active,
        track_lots, packed, position)
    VALUES (gen_random_uuid(), 'SOAP-9', 'Soap nine', 'pcs', 1, 0, '', false, 0, true, false, '', NULL) RETURNING id),
face AS (INSERT INTO place (id, shop_id, code, name, kind, kept_for_id, min_milli, max_milli)
    SELECT gen_random_uuid(), %(shop)s, 'F-01', '', 'bin', id, 2000, 9000 FROM goods RETURNING id, kept_for_id),
made AS (INSERT INTO work_order (id, shop_id, kind, number, priority, target_place_id, origin, opened_at)
    SELECT gen_random_uuid(), %(shop)s, 'refill', 'F-01 AB12', 3, id, 'x', now() FROM face RETURNING id),
wants AS (INSERT INTO work_order (id, shop_id, kind, number, opened_at)
    VALUES (gen_random_uuid(), %(shop)s, 'picking', 'P-91', now()) RETURNING id),
lines AS (INSERT INTO work_order_line (order_id, n, shop_id, product_id, quantity_milli)
    SELECT o.id, 1, %(shop)s, face.kept_for_id, 7000 FROM face, (SELECT * FROM made UNION SELECT * FROM wants) o)
SELECT '/console/orders/' || id FROM wants
"""


async def test_pick_faces_say_what_is_brought_and_what_waits_for_it(
    admin: Visitor, shop_day: Ground, centre_server: RunningCentre
) -> None:
    assert "No place is a pick face yet." in await admin.see("/console/refills")
    path = str(centre_server.ask(FACE.replace("%(shop)s", f"'{shop_day.shop}'"))[0][0])
    page = await admin.see("/console/refills")
    said = ("F-01", "Soap nine", "F-01 AB12", "2 – 9", "somebody found too little there", "urgent")
    assert [word in page for word in said] == [True] * 6
    assert '<span class="pill warn">1</span>' in page, "one picking waits"
    assert "Pick it at once" in await admin.see(path)
    assert (await admin.send(path + "/release")).status_code == 303
    assert "at once" in await admin.see(path)
    assert '<span class="pill warn">1</span>' not in await admin.see("/console/refills")
    assert (await admin.send(path + "/end")).status_code == 303
    again = await admin.send(path + "/release")
    assert (again.status_code, "This is no open picking" in again.text) == (409, True)


async def test_a_lot_is_held_wherever_it_lies_and_let_go(
    admin: Visitor, shop_day: Ground, centre_server: RunningCentre
) -> None:
    assert "No lot is held." in await admin.see("/console/held-lots")
    path = centre_server.ask(MAKE, shop_day.shop)[0][0]
    assert path
    centre_server.ask(GOODS_BACK)
    asked = {"shop": shop_day.shop, "sku": "CUP", "lot": "L-7", "reason": "Recalled by the maker"}
    for wrong, said in (({"sku": "NONE"}, "There is no product NONE"), ({"reason": " "}, "reason")):
        answer = await admin.send("/console/held-lots", **asked | wrong)
        assert (answer.status_code, said in answer.text, 'value="L-7"' in answer.text) == (409, True, True)
    assert (await admin.send("/console/held-lots", **asked)).status_code == 303
    page = await admin.see("/console/held-lots")
    assert [word in page for word in ("L-7", "Blue cup", "Recalled by the maker", "Let it go")] == [True] * 4
    again = await admin.send("/console/held-lots", **asked)
    assert (again.status_code, "This lot is held already" in again.text) == (409, True)
    [(ident,)] = centre_server.ask("SELECT id::text FROM lot_hold")
    assert (await admin.send(f"/console/held-lots/{ident}/let-go")).status_code == 303
    assert (await admin.send(f"/console/held-lots/{ident}/let-go")).status_code == 409
    page = await admin.see("/console/held-lots")
    assert ("let go" in page, "Let it go" in page) == (True, False)


WAITING = """
INSERT INTO work_order (id, shop_id, kind, number, carrier, cut_off, opened_at)
SELECT gen_random_uuid(), %s, 'picking', 'P-8' || n, 'DHL', ('2026-12-01T1' || n || ':00Z')::timestamptz, now()
FROM generate_series(1, 3) n
"""


async def test_a_wave_is_gathered_released_and_let_go(
    admin: Visitor, shop_day: Ground, centre_server: RunningCentre
) -> None:
    assert "There is no wave yet" in await admin.see("/console/waves")
    centre_server.ask(WAITING, shop_day.shop)
    page = await admin.see("/console/waves")
    assert [word in page for word in ("P-81", "P-83", "DHL", "2026-12-01 12:00")] == [True] * 4
    form = {"shop": shop_day.shop, "number": "W-7", "carrier": "DHL", "until": "2026-12-01T12:00"}
    wrong = await admin.send("/console/waves", **(form | {"carrier": "Nobody"}))
    assert (wrong.status_code, "No such picking waits" in wrong.text) == (409, True)
    path = (await admin.send("/console/waves", **form)).headers["location"]
    page = await admin.see(path)
    assert [word in page for word in ("P-81", "P-82", "P-83")] == [True, True, False]
    assert "held" in await admin.see("/console/orders")
    assert (await admin.send(path + "/dissolve")).status_code == 303
    path = (await admin.send("/console/waves", **form)).headers["location"]
    assert (await admin.send(path + "/release")).status_code == 303
    assert "released" in await admin.see(path)
    again = await admin.send(path + "/dissolve")
    assert (again.status_code, "The wave W-7 is released" in again.text) == (409, True)
    assert (await admin.send(path + "/dance")).status_code == 404


TOLERANCES = """
INSERT INTO tolerance (id, shop_id, partner, over_ppm)
SELECT gen_random_uuid(), %s, partner, 50000 FROM unnest(ARRAY['', 'Soapworks']) partner
"""


async def test_how_much_more_is_taken_is_said_and_forgotten(admin: Visitor, shop_day: Ground) -> None:
    assert "Nothing more than was ordered is taken" in await admin.see("/console/tolerances")
    form = {"shop": shop_day.shop, "supplier": "Soapworks", "tolerance": "7.5"}
    wrong = await admin.send("/console/tolerances", **form, sku="SOAP-?")
    assert (wrong.status_code, "There is no product SOAP-?" in wrong.text) == (409, True)
    wrong = await admin.send("/console/tolerances", **(form | {"tolerance": "much"}))
    assert (wrong.status_code, 'value="much"' in wrong.text) == (409, True)
    assert (await admin.send("/console/tolerances", **form)).status_code == 303
    page = await admin.see("/console/tolerances")
    assert [word in page for word in ("Soapworks", "every article", "7.5 %")] == [True] * 3
    [path] = re.findall(r'action="(/console/tolerances/[^"]+/forget)"', page)
    assert (await admin.send(path)).status_code == 303
    assert "Nothing more than was ordered is taken" in await admin.see("/console/tolerances")
    assert (await admin.send(path)).status_code == 404


GOODS_BACK = """
WITH goods AS (INSERT INTO product (id, sku, name, unit, price_e4, rate_ppm, category, weighed, age_limit, active,
    track_lots, packed) VALUES (gen_random_uuid(), 'CUP', 'Blue cup', 'pcs', 1, 0, '', false, 0, true, false, '')
    RETURNING id)
UPDATE work_order_line l SET product_id = goods.id FROM goods JOIN work_order o ON o.number = 'PO-77'
WHERE l.order_id = o.id AND l.n = 3 RETURNING l.n
"""


async def test_goods_of_a_delivery_go_back_to_their_supplier(
    admin: Visitor, shop_day: Ground, centre_server: RunningCentre
) -> None:
    path = str(centre_server.ask(MAKE, shop_day.shop)[0][0])
    centre_server.ask(GOODS_BACK)
    page = await admin.see(path)
    assert [word in page for word in ("Back to the supplier", 'name="back_3"', 'value="PO-77-R"')] == [True] * 3
    for typed, said in (("", "Say how much"), ("some", "Say how much"), ("3,5", "left to go back: PO-77, 3: 3")):
        wrong = await admin.send(path + "/back/make", number="PO-77-R", back_3=typed)
        assert (wrong.status_code, said in wrong.text) == (409, True), typed
    assert 'value="3,5"' in wrong.text, "what was typed is still there"
    made = await admin.send(path + "/back/make", number="PO-77-R", back_3="2")
    assert made.status_code == 303
    page = await admin.see(made.headers["location"])
    assert [word in page for word in ("Soapworks", "Blue cup", "came with PO-77, 3", "go back to their supplier")] == [
        True, True, True, True,
    ]  # fmt: skip
    assert "of which back 2" in await admin.see(path)
    again = await admin.send(path + "/back/make", number="PO-77-R", back_3="1")
    assert (again.status_code, "There is an order PO-77-R already" in again.text) == (409, True)
