"""What we say about speed, measured: ``make bench``."""
