"""What is asked: one .sql a question in topic folders, with a typed function each."""
