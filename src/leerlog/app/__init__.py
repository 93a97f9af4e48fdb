"""What can be done with a journal, a module per use: plain values in, results out."""
