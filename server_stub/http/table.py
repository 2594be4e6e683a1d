"""Every route of the centre with who may call it, in one table: the application and the path folder come from it."""

from server_stub.api import reports_asked
from server_stub.api import routes as api
from server_stub.bundles import routes as bundles
from server_stub.console import routes as console
from server_stub.eckwms import routes as eckwms
from server_stub.feed import routes as feed
from server_stub.feed import snapshot_routes as snapshots
from server_stub.goods import picture_routes as pictures
from server_stub.http import health
from server_stub.http.route import Route
from server_stub.identity import routes as identity
from server_stub.instances import routes as instances
from server_stub.journal import routes as journal
from server_stub.live import message_routes as live
from server_stub.parked import routes as parked
from server_stub.photos import routes as photos
from server_stub.proxy import routes as proxy
from server_stub.returns import routes as returns
from server_stub.terminals import admin_routes as terminals_admin
from server_stub.terminals import conditions as terminals_conditions
from server_stub.terminals import escrow_routes as terminals_escrow
from server_stub.terminals import routes as terminals
from server_stub.value import routes as value
from sync.wire import messages

ROUTES: tuple[Route, ...] = (
    *terminals.ROUTES,
    *terminals_admin.ROUTES,
    *terminals_escrow.ROUTES,
    *terminals_conditions.ROUTES,
    *instances.ROUTES,
    *proxy.ROUTES,
    *identity.ROUTES,
    *journal.ROUTES,
    *eckwms.ROUTES,
    *feed.ROUTES,
    *returns.ROUTES,
    *value.ROUTES,
    *reports_asked.ROUTES,
    *parked.ROUTES,
    *snapshots.ROUTES,
    *pictures.ROUTES,
    *photos.ROUTES,
    *live.ROUTES,
    *bundles.ROUTES,
    *api.ROUTES,
    *health.ROUTES,
    *console.ROUTES,
)

LIVE_PATHS = (messages.LIVE,)
"""WebSockets; they ask for a token themselves, in the header or in the first message."""
