"""tsnet: regional government news as clean, dated, attributed, searchable records."""

__version__ = "0.1.0"
