"""Bringing people and households together: the score, its reasons, and the arrangement that follows."""
