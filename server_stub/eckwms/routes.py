"""The addresses of the family: each call under `/E/api`, `/api` and `/ECK/API`, in whatever case."""

from server_stub.eckwms import images, label_routes, paper_routes, scan_routes, warehouse_routes
from server_stub.eckwms.asking import everywhere
from server_stub.http.route import Access

_LINE = "pickings/{picking:str}/lines/{line:str}/confirm"

ROUTES = (
    *everywhere("POST", "scan", scan_routes.scan, "scan"),
    *everywhere("GET", "pull", scan_routes.pull, "scans:pull", access=Access.PERSON),
    *everywhere("POST", "confirm", scan_routes.confirm, "scans:pull", access=Access.PERSON),
    *everywhere("GET", "scans", scan_routes.scans, "scans:read", access=Access.PERSON),
    *everywhere("GET", "items", warehouse_routes.items, "items:read"),
    *everywhere("GET", "warehouse", warehouse_routes.warehouse, "warehouse:read"),
    *everywhere("POST", "warehouse/put-away", warehouse_routes.put, "warehouse:write"),
    *everywhere("GET", "warehouse/reconcile", warehouse_routes.reconcile, "warehouse:read"),
    *everywhere("POST", "sync/pull", paper_routes.sync_pull, "items:read"),
    *everywhere("GET", "pickings/active", warehouse_routes.active_pickings, "pickings:read"),
    *everywhere("POST", "pickings", warehouse_routes.new_picking, "pickings:write", access=Access.PERSON),
    *everywhere("GET", "pickings/{picking:str}/route", warehouse_routes.picking_route, "pickings:read"),
    *everywhere("POST", _LINE, warehouse_routes.confirm_line, "pickings:write"),
    *everywhere("POST", "pickings/{picking:str}/validate", warehouse_routes.validate, "pickings:write"),
    *everywhere("POST", "upload/image", paper_routes.upload, "upload", body_limit=images.LARGEST_UPLOAD),
    *everywhere("GET", "files/{image:str}", paper_routes.read_file, "files:read"),
    *everywhere("GET", "users/active", paper_routes.active_users, "users:read"),
    *everywhere("POST", "users/verify-pin", paper_routes.verify_pin, "users:verify"),
    *everywhere("GET", "status", paper_routes.status, "", access=Access.DEVICE),
    *everywhere("POST", "repair/event", paper_routes.repair_event, "documents:write"),
    *everywhere("POST", "documents", paper_routes.document, "documents:write"),
    *label_routes.ROUTES,
)
