"""Tests of the shell screen."""
