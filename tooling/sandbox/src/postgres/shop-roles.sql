-- Roles belong to the whole server. `reader` is what a person should give the connector; `writer` may change; `alice` sees the
-- notes that are hers.
CREATE ROLE reader LOGIN PASSWORD 'sandbox';
CREATE ROLE writer LOGIN PASSWORD 'sandbox';
CREATE ROLE alice LOGIN PASSWORD 'sandbox';
GRANT pg_read_all_stats, pg_read_all_data TO reader;
