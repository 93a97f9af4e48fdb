"""One question at a time: what reads, what shows, and the conversation between them.

Nothing here imports rich or prompt_toolkit before it is needed; both are slow.
"""
