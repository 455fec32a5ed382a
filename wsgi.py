"""Alongside: the map of the whole application on one screen."""
