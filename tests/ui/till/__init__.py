"""Tests of the till screen."""
