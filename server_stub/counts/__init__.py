"""Counts at the centre: planned, posted, put right late, and decided by a person where they wait."""
