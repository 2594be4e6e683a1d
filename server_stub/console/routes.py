"""Every page of the console, and who may see it."""

from server_stub.api.offer_endings import SECTIONS
from server_stub.console import (
    audit,
    boards,
    cases,
    cases_deciding,
    counts,
    coupons,
    coupons_making,
    coupons_seen,
    dashboard,
    devices,
    endings,
    enrolment,
    entry,
    goods,
    health,
    instances,
    jobs,
    journals,
    keys,
    orders,
    people,
    pictures,
    places,
    price_lists,
    promotions,
    promotions_page,
    shifts,
    shops,
    webhooks,
    working,
)
from server_stub.console.pages import ADMIN, OFFICE
from server_stub.http.route import Access, Route

_SMALL = 64 * 1024


def _page(path: str, handler: object, roles: frozenset[str] = OFFICE) -> Route:
    return Route("GET", path, Access.PAGE, handler, roles=roles)  # type: ignore[arg-type]


def _form(path: str, handler: object, roles: frozenset[str] = OFFICE) -> Route:
    return Route("POST", path, Access.PAGE, handler, roles=roles, body_limit=_SMALL)  # type: ignore[arg-type]


def _endings(section: str) -> tuple[Route, ...]:
    path = f"/console/{section}"
    asked = [f"{path}/{{ident:str}}/{act}" for act in endings.ACTS]
    return (
        _page(f"{path}/ended", endings.list_ended),
        _form(f"{path}/ended/{{number:int}}", endings.bring_back),
        *(_page(one, endings.ask) for one in asked),
        *(_form(one, endings.end) for one in asked),
    )


ROUTES = (
    Route("GET", "/console/sign-in", Access.ANYONE, entry.show_sign_in),
    Route("POST", "/console/sign-in", Access.ANYONE, entry.sign_in, rate="login", body_limit=_SMALL),
    Route("GET", "/console/look", Access.ANYONE, entry.choose_look),
    Route("GET", "/console/static/{name:str}", Access.ANYONE, entry.give_file),
    _form("/console/sign-out", entry.sign_out),
    _page("/console/", dashboard.show_dashboard),
    _page("/console/devices", devices.list_tills),
    _page("/console/devices/{device:str}", devices.show_till),
    _form("/console/devices/{device:str}/{act:str}", devices.change_till),
    _form("/console/devices/{device:str}/recovery-key", devices.show_recovery_key, ADMIN),
    _page("/console/tokens", enrolment.list_tokens),
    _form("/console/tokens", enrolment.create_token),
    _page("/console/journals", journals.list_chains),
    _form("/console/journals/verify", journals.verify_all, ADMIN),
    _page("/console/journals/{chain:int}", journals.list_entries),
    _page("/console/journals/{chain:int}/{seq:int}", journals.show_entry),
    _page("/console/cases", cases.list_cases),
    _form("/console/cases/replay", cases.replay, ADMIN),
    _page("/console/cases/{case:int}", cases_deciding.show),
    _form("/console/cases/{case:int}", cases_deciding.decide),
    _form("/console/cases/{case:int}/close", cases.close),
    _form("/console/cases/{case:int}/reopen", cases.reopen),
    _page("/console/shifts", shifts.list_shifts),
    _page("/console/goods", goods.show_goods),
    _page("/console/work", working.show_work),
    _page("/console/audit", audit.list_lines, ADMIN),
    _form("/console/audit/verify", audit.verify, ADMIN),
    _page("/console/people", people.list_people),
    _form("/console/people", people.save),
    _form("/console/people/{person:str}/{act:str}", people.change),
    _page("/console/shops", shops.list_shops),
    _page("/console/shops/{shop:str}", shops.show_shop),
    _form("/console/shops/{shop:str}", shops.save, ADMIN),
    _page("/console/promotions", promotions.list_promotions),
    _form("/console/promotions", promotions_page.create),
    _page("/console/promotions/new", promotions_page.show_new),
    _page("/console/promotions/{promotion:str}", promotions_page.show),
    _form("/console/promotions/{promotion:str}", promotions_page.change),
    _form("/console/promotions/{promotion:str}/{act:str}", promotions.change),
    _page("/console/price-lists", price_lists.list_price_lists),
    _form("/console/price-lists", price_lists.create),
    _page("/console/price-lists/{ident:str}", price_lists.show),
    _form("/console/price-lists/{ident:str}", price_lists.change),
    _form("/console/price-lists/{ident:str}/price", price_lists.put_price),
    Route("GET", "/console/pictures", Access.PAGE, pictures.show, roles=OFFICE, body_limit=pictures.BODY_LIMIT),
    Route("POST", "/console/pictures", Access.PAGE, pictures.take, roles=OFFICE, body_limit=pictures.BODY_LIMIT),
    _page("/console/coupons", coupons.list_coupons),
    _form("/console/coupons", coupons_making.make),
    _page("/console/coupons/new", coupons_making.show_form),
    _page("/console/coupons/file", coupons_seen.give_file),
    _page("/console/coupons/{coupon:str}", coupons_seen.show_coupon),
    _form("/console/coupons/{coupon:str}/{act:str}", coupons.change),
    _page("/console/boards", boards.list_boards),
    Route("POST", "/console/boards", Access.PAGE, boards.save, roles=OFFICE, body_limit=boards.BODY_LIMIT),
    _form("/console/boards/{board:str}/remove", boards.remove),
    *(route for section in SECTIONS for route in _endings(section)),
    _page("/console/places", places.list_places),
    _form("/console/places", places.make_range),
    _page("/console/places/{ident:str}", places.show),
    _form("/console/places/{ident:str}/end", places.end),
    _page("/console/counts", counts.show),
    _form("/console/counts", counts.plan),
    _form("/console/counts/{ident:str}/decide", counts.decide),
    _form("/console/counts/late/{count:str}/{n:int}/{act:str}", counts.settle_late),
    _page("/console/orders", orders.list_orders),
    _page("/console/orders/{ident:str}", orders.show),
    _form("/console/orders/{ident:str}/{act:str}", orders.change),
    _page("/console/keys", keys.list_keys, ADMIN),
    _form("/console/keys", keys.create, ADMIN),
    _form("/console/keys/{key:str}/revoke", keys.revoke, ADMIN),
    _page("/console/instances", instances.list_instances, ADMIN),
    _page("/console/instances/one", instances.show_instance, ADMIN),
    _form("/console/instances/{act:str}", instances.change, ADMIN),
    _page("/console/webhooks", webhooks.list_webhooks, ADMIN),
    _form("/console/webhooks", webhooks.add, ADMIN),
    _page("/console/webhooks/{webhook:str}", webhooks.show_webhook, ADMIN),
    _form("/console/webhooks/{webhook:str}/{act:str}", webhooks.change, ADMIN),
    _form("/console/webhooks/{webhook:str}/deliveries/{job:int}/{act:str}", webhooks.change_delivery, ADMIN),
    _page("/console/jobs", jobs.list_jobs, ADMIN),
    _form("/console/jobs/{job:int}/{act:str}", jobs.change, ADMIN),
    _page("/console/connections", health.show_connections, ADMIN),
    _page("/console/health", health.show_health, ADMIN),
)
