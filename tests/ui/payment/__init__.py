"""Tests of the payment screen."""
