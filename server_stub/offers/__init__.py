"""What is offered to whom: promotions, price lists, coupons, customers, and how tills are told of them."""
