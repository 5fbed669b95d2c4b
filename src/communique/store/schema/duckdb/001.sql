-- One row a report and its entries as they were read last; older readings are kept whole in readings.
-- No indexes: DuckDB scans three million keys in 15 ms, and an index made nothing faster.
CREATE TABLE meta (version INTEGER NOT NULL, made_at TEXT);
INSERT INTO meta VALUES (0, NULL);
CREATE TABLE runs (no INTEGER NOT NULL, fingerprint TEXT NOT NULL, version TEXT, codebook TEXT, model TEXT, model_sha256 TEXT, registry_sha256 TEXT, rules_sha256 TEXT, extractor TEXT, settings TEXT, attributions TEXT, started TEXT, last TEXT);
CREATE TABLE reports (no INTEGER NOT NULL, id TEXT NOT NULL, run INTEGER NOT NULL, content TEXT NOT NULL, source_sha256 TEXT, path TEXT, url TEXT, publisher TEXT, title TEXT, author TEXT, published DATE, published_basis TEXT, updated DATE, language TEXT, licence TEXT, characters INTEGER, text TEXT);
CREATE TABLE readings (report INTEGER NOT NULL, run INTEGER NOT NULL, content TEXT NOT NULL, number INTEGER NOT NULL, record BLOB NOT NULL);
CREATE TABLE sentences (report INTEGER NOT NULL, number INTEGER NOT NULL, start_at INTEGER, end_at INTEGER);
CREATE TABLE postings (term TEXT NOT NULL, report INTEGER NOT NULL, sentence INTEGER NOT NULL);
CREATE TABLE actors (report INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT, name TEXT, folded TEXT, country TEXT, wikidata TEXT, provisional BOOLEAN, role_reported TEXT, mentions INTEGER);
CREATE TABLE mentions (report INTEGER NOT NULL, actor TEXT NOT NULL, start_at INTEGER, end_at INTEGER);
CREATE TABLE events (no BIGINT NOT NULL, report INTEGER NOT NULL, id TEXT NOT NULL, type TEXT, mode TEXT, contexts TEXT, cameo TEXT, score DOUBLE, status TEXT, background BOOLEAN, object_type TEXT, first_day DATE, last_day DATE, granularity TEXT, not_after DATE, place TEXT, place_country TEXT, latitude DOUBLE, longitude DOUBLE, performed_by TEXT, reported_by TEXT, same_as TEXT, part_of TEXT, superseded_by TEXT, confidence DOUBLE, rule TEXT, source TEXT, words TEXT, body TEXT);
CREATE TABLE event_roles (entry BIGINT NOT NULL, report INTEGER NOT NULL, side TEXT NOT NULL, number INTEGER, actor TEXT, country TEXT, sector TEXT, office TEXT);
CREATE TABLE statements (no BIGINT NOT NULL, report INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT, act TEXT, medium TEXT, occasion TEXT, within TEXT, first_day DATE, last_day DATE, granularity TEXT, clarifies TEXT, clarification TEXT, confidence DOUBLE, rule TEXT, source TEXT, words TEXT, body TEXT);
CREATE TABLE statement_roles (entry BIGINT NOT NULL, report INTEGER NOT NULL, side TEXT NOT NULL, number INTEGER, actor TEXT, country TEXT, sector TEXT, office TEXT);
CREATE TABLE positions (no BIGINT NOT NULL, report INTEGER NOT NULL, id TEXT NOT NULL, issue TEXT, stance TEXT, direction TEXT, first_day DATE, last_day DATE, granularity TEXT, confidence DOUBLE, rule TEXT, source TEXT, words TEXT, body TEXT);
CREATE TABLE position_roles (entry BIGINT NOT NULL, report INTEGER NOT NULL, side TEXT NOT NULL, number INTEGER, actor TEXT, country TEXT, sector TEXT, office TEXT);
CREATE TABLE relations (no BIGINT NOT NULL, report INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT, first_day DATE, last_day DATE, rule TEXT, source TEXT, words TEXT, body TEXT);
CREATE TABLE relation_roles (entry BIGINT NOT NULL, report INTEGER NOT NULL, side TEXT NOT NULL, number INTEGER, actor TEXT, country TEXT, sector TEXT, office TEXT);
CREATE TABLE corrections (report INTEGER NOT NULL, corrected TEXT NOT NULL, correcting TEXT, kind TEXT, first_day DATE, start_at INTEGER, end_at INTEGER);
CREATE TABLE citations (report INTEGER NOT NULL, kind TEXT NOT NULL, entry BIGINT NOT NULL, field TEXT NOT NULL, start_at INTEGER, end_at INTEGER, sentence INTEGER, last_sentence INTEGER);
CREATE TABLE problems (report INTEGER NOT NULL, stage TEXT, message TEXT, start_at INTEGER, end_at INTEGER);
