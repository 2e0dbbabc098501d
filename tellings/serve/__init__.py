"""The local server: the published files as they are, and pages that reload when they change."""
