"""Tests of sync and health."""
