"""The trade: properties and examples."""
