"""Raw file → front-matter Markdown under an event's sources/."""
