"""Clauses, Actors -> Places: names of places with coordinates, where a name is a place and not a government."""

from communique.places.find import find_places
from communique.places.inherit import place_of
from communique.places.places import Places

__all__ = ["Places", "find_places", "place_of"]
