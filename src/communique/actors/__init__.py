"""Clauses, Registry, Times -> Actors: every mention of an actor, resolved to who it was on that day."""

from communique.actors.belonging import settle_countries
from communique.actors.find import find_actors
from communique.actors.first_person import resolve_first_person
from communique.actors.hosts import with_hosts
from communique.actors.mention import Actors, Mention, roles

__all__ = ["Actors", "Mention", "find_actors", "resolve_first_person", "roles", "settle_countries", "with_hosts"]
