"""Word lists and tables that the analysis reads, each with its origin."""
