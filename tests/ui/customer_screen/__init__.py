"""The customer's screen."""
