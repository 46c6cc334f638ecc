"""The reading room: the archive as pages for a browser. It only reads."""
