"""Communiqué reads news reports and keeps a record of diplomacy in which every entry cites the words it rests on."""
