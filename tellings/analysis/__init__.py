"""From an event to its digest: pure functions, one question each, no file, clock or chance."""
