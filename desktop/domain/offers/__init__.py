"""What a shop offers beside its catalogue prices: price lists, promotions, coupons, and to whom."""
