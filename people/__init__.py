"""People seeking support: their profile, circle, places and what matters to them."""
