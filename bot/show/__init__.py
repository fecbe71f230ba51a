"""Says to a person what the floors below found out: values in, replies out. Pure."""
