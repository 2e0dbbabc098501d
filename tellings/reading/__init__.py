"""content/ → Event: the strict door."""
