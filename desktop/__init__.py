"""The application of the till, the warehouse and the back office."""
