"""Payment: what is due, what is given, what comes back."""
