"""Item pipelines: deduplicate and store, one class a file."""
