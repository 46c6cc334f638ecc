"""MongoDB: connecting, schema, writing and asking."""
