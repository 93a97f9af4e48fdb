"""A result becomes a document: sections of blocks that say what a thing is, not how it looks."""
