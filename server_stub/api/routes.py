"""Every endpoint of `/ECK/API/V1/`, and the description of the surface itself."""

from server_stub.api import (
    cases,
    categories,
    coupons,
    customers,
    day_totals,
    devices,
    gift_certificates,
    movements,
    openapi,
    price_lists,
    prices,
    products,
    promotions,
    reports,
    sales,
    shifts,
    shops,
    stock,
    users,
    webhooks,
)
from server_stub.api.endpoint import Endpoint

ENDPOINTS: tuple[Endpoint, ...] = (
    *products.ENDPOINTS,
    *categories.ENDPOINTS,
    *prices.ENDPOINTS,
    *price_lists.ENDPOINTS,
    *promotions.ENDPOINTS,
    *coupons.ENDPOINTS,
    *customers.ENDPOINTS,
    *gift_certificates.ENDPOINTS,
    *stock.ENDPOINTS,
    *movements.ENDPOINTS,
    *sales.ENDPOINTS,
    *shifts.ENDPOINTS,
    *shops.ENDPOINTS,
    *users.ENDPOINTS,
    *devices.ENDPOINTS,
    *cases.ENDPOINTS,
    *webhooks.ENDPOINTS,
    *reports.ENDPOINTS,
    *day_totals.ENDPOINTS,
)

ROUTES = (*(endpoint.route() for endpoint in ENDPOINTS), openapi.describe_routes(ENDPOINTS))
