"""Every kind of job the centre knows. A process leaves kinds that it does not know to newer ones."""

from server_stub.jobs.abc_classes import classify_goods
from server_stub.jobs.backing_up import back_up
from server_stub.jobs.cycle_counts import order_cycle_counts, order_picked_counts
from server_stub.jobs.late_counts import find_late
from server_stub.jobs.mail import send_mail
from server_stub.jobs.negative_stock import find_negative
from server_stub.jobs.partitions import make_partitions
from server_stub.jobs.prior_prices import find_prior_prices
from server_stub.jobs.pruning import prune
from server_stub.jobs.refills import refill
from server_stub.jobs.reorder import find_reorder_points
from server_stub.jobs.rollups import roll_up_sales
from server_stub.jobs.snapshots import make_snapshots
from server_stub.jobs.values import value_stock
from server_stub.jobs.webhooks import deliver, send_events
from server_stub.jobs.workplace import Kind

KINDS = {
    "rollup.sales": Kind(roll_up_sales, limit_s=1800),
    "abc": Kind(classify_goods, limit_s=1800),
    "reorder": Kind(find_reorder_points, limit_s=1800),
    "counts": Kind(find_late),
    "counts.cycle": Kind(order_cycle_counts),
    "counts.picked": Kind(order_picked_counts),
    "prices": Kind(find_prior_prices),
    "values": Kind(value_stock, limit_s=1800),
    "negative": Kind(find_negative),
    "refills": Kind(refill),
    "snapshots": Kind(make_snapshots, limit_s=1800),
    "webhook.events": Kind(send_events),
    "webhook": Kind(deliver, limit_s=30),
    "email": Kind(send_mail, limit_s=120),
    "backup": Kind(back_up, limit_s=6 * 3600),
    "prune": Kind(prune, limit_s=1800),
    "partitions": Kind(make_partitions),
}
