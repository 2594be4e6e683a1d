"""Paper: what is printed, as bytes."""
