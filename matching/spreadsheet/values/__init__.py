"""One small reader for each kind of cell: what is known, what is not, and what could not be understood."""
