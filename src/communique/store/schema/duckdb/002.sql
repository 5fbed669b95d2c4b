-- Merging: what each report tells as it is compared, where it is looked up, what it is tied to, and what differs.
CREATE TABLE tellings (no BIGINT NOT NULL, report INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE keys (key BIGINT NOT NULL, telling BIGINT NOT NULL, report INTEGER NOT NULL);
CREATE TABLE ties (one BIGINT NOT NULL, other BIGINT NOT NULL, one_report INTEGER NOT NULL, other_report INTEGER NOT NULL, score DOUBLE, reasons TEXT);
CREATE TABLE members (entry BIGINT NOT NULL, report INTEGER NOT NULL, kind TEXT NOT NULL, by_report BIGINT NOT NULL, by_day BIGINT NOT NULL, component BIGINT NOT NULL, by_story BIGINT NOT NULL, root TEXT, source TEXT);
CREATE TABLE contradictions (one BIGINT NOT NULL, other BIGINT NOT NULL, one_report INTEGER NOT NULL, other_report INTEGER NOT NULL, one_id TEXT NOT NULL, other_id TEXT NOT NULL, kind TEXT, words TEXT, one_start INTEGER, one_end INTEGER, other_start INTEGER, other_end INTEGER);
CREATE TABLE disputed (entry BIGINT NOT NULL, other_id TEXT NOT NULL, one BIGINT NOT NULL, other BIGINT NOT NULL, one_report INTEGER NOT NULL, other_report INTEGER NOT NULL);
CREATE TABLE signatures (report INTEGER NOT NULL, root TEXT, body TEXT NOT NULL);
CREATE TABLE bands (band BIGINT NOT NULL, report INTEGER NOT NULL);
CREATE TABLE copies (one INTEGER NOT NULL, other INTEGER NOT NULL, share DOUBLE);
CREATE TABLE origins (report INTEGER NOT NULL, family INTEGER NOT NULL, origin INTEGER NOT NULL, outlet TEXT);
ALTER TABLE corrections ADD COLUMN corrected_report INTEGER;
ALTER TABLE corrections ADD COLUMN corrected_start INTEGER;
ALTER TABLE corrections ADD COLUMN corrected_end INTEGER;
