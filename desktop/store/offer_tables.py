"""Tables of offers: what the centre publishes of them, and the coupons that this terminal redeemed."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from desktop.store.schema import local, number_column, replica, text_column

promotion = Table("promotion", replica, Column("id", Text, primary_key=True), text_column("content"))
price_list = Table(
    "price_list",
    replica,
    Column("id", Text, primary_key=True),
    text_column("name"),
    text_column("starts_on"),
    text_column("ends_on"),
)
list_price = Table("list_price", replica, text_column("list_id"), text_column("product_id"), text_column("tiers"))
coupon = Table("coupon", replica, Column("id", Text, primary_key=True), text_column("code"), text_column("content"))
board = Table("board", replica, Column("id", Text, primary_key=True), text_column("content"))
customer = Table(
    "customer",
    replica,
    Column("id", Text, primary_key=True),
    text_column("name"),
    text_column("card"),
    text_column("group_name"),
    text_column("price_list_id"),
    text_column("birthday"),
    text_column("tax_exempt"),
    number_column("account_limit_minor"),
)
customer_word = Table("customer_word", replica, text_column("word"), text_column("customer_id"))

coupon_use = Table(
    "coupon_use",
    local,
    Column("sale_id", Text, primary_key=True),
    Column("coupon_id", Text, primary_key=True),
    text_column("customer_id"),
    text_column("incarnation"),
    number_column("seq"),
    Index("coupon_use_by_coupon", "coupon_id"),
    info={"projection": True},
)
"""What sales of this terminal redeemed; a sale that is taken back gives it back."""

sale_promotion = Table(
    "sale_promotion",
    local,
    Column("sale_id", Text, ForeignKey("sale.sale_id"), primary_key=True),
    Column("line_no", Integer, primary_key=True),
    Column("promotion_id", Text, primary_key=True),
    text_column("name"),
    number_column("amount_minor"),
    Index("sale_promotion_of", "promotion_id"),
    info={"projection": True},
)
"""What a promotion took off a line; part of the line's discount."""
