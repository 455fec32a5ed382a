"""What matching reads: profiles for the score, and arrangements with everything that belongs to them."""
