"""Returns: which receipt, what of it comes back, why, and whether it can be sold again."""
