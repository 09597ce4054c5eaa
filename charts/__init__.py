"""Charts: a frame, words and a palette in, a plotly Figure out. No text of their own, no Streamlit, no DuckDB.

Show them with ``theme=None`` and without a mode bar: colours and letters come from the palette and the canvas.
"""
