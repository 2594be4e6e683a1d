"""The screens of the warehouse: what can be done, and the task somebody is at, one screen for every kind of it."""
