"""What the pages share: answers, filters, headings, tables and words."""
