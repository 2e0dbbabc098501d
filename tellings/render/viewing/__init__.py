"""Digest → views: what a page says is decided here, so that templates only word it."""
