"""The screen that the customer sees: what was scanned, the total, what was saved, thanks."""
