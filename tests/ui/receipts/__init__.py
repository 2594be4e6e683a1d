"""The screen of receipts."""
