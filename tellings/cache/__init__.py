"""Findings remembered between runs."""
