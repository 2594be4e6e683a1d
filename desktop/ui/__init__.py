"""Presenters and views, one folder per screen."""
