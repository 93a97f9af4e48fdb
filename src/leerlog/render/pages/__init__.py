"""Each result as a page."""
