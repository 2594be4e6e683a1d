"""One function is one write transaction is one journal entry."""
