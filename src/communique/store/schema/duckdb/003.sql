-- Keys stand with the season that they are looked up in; stories are worked out without components.
DROP TABLE keys;
CREATE TABLE keys (season INTEGER NOT NULL, key BIGINT NOT NULL, telling BIGINT NOT NULL, report INTEGER NOT NULL);
ALTER TABLE members DROP COLUMN component;
