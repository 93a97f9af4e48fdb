"""Pure results over entries."""
