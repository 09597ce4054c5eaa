"""What is shown: the frame, one script a page, and what the pages share. The only Streamlit code."""
