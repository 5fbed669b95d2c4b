"""Report -> Parsed: sentences, tokens, dependencies, quotations; the only room that knows the parser library."""
