"""PINs and passwords of people in tests: argon2 as the real ones, at a price that thousands of sign-ins can pay."""

from argon2 import PasswordHasher

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
"""A kept hash names its own price, so whoever checks it pays no more."""
