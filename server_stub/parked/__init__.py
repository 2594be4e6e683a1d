"""Tickets that tills have put aside: kept for the others of the shop while they wait."""
