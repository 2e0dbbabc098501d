"""Raw files as they come in: from a folder or from the web."""
