"""The receipts of this till: found, shown, printed again, sent, taken back."""
