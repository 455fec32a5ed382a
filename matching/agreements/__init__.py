"""What an agreement is made of: its kinds, its parts in two registers, what is filled in, and money in plain words. Pure."""
