"""The Markdown journal on disk."""
