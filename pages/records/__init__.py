"""What came in, and the rules it is judged by."""
