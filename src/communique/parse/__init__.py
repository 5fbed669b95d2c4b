"""Report -> Parsed: sentences, tokens, dependencies, quotations; the only room that knows the parser library."""

from communique.parse.model import ModelError
from communique.parse.parser import Parser, load_parser

__all__ = ["ModelError", "Parser", "load_parser"]
