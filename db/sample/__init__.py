"""What ships with the program as data: the sample registry and institutions known by name."""
