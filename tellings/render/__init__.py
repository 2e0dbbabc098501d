"""Digest → Pages: the only importer of jinja2."""
