"""Goods that come back: receipts for the tills of a shop, and what came back more often than it was sold."""
