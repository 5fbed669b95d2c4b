"""Files of knowledge -> typed values: one strict loader for each kind of file."""
