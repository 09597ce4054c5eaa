"""What leaves the house: workbooks, texts and pictures."""
