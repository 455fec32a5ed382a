"""Households offering support: home, members, what they offer, availability, approval."""
