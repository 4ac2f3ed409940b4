-- What somebody may have put into a shop so that a statement changes data though no word of it says so. Every trap comes to
-- `trap`, which is volatile and writes.
SET search_path = shop, public;
CREATE TABLE sprung (at timestamptz DEFAULT clock_timestamp());
CREATE FUNCTION trap() RETURNS integer LANGUAGE plpgsql VOLATILE AS $$ BEGIN INSERT INTO shop.sprung DEFAULT VALUES; RETURN 1; END $$;
CREATE FUNCTION trap(integer) RETURNS integer LANGUAGE sql VOLATILE AS 'SELECT shop.trap()';
CREATE FUNCTION trap_true(integer) RETURNS boolean LANGUAGE sql VOLATILE AS 'SELECT shop.trap() = 1';
CREATE FUNCTION "Trap Door"() RETURNS integer LANGUAGE sql VOLATILE AS 'SELECT shop.trap()';
CREATE FUNCTION "a,{""\b}"() RETURNS integer LANGUAGE sql VOLATILE AS 'SELECT shop.trap()';
CREATE FUNCTION "json_scalar"(integer) RETURNS integer LANGUAGE sql VOLATILE AS 'SELECT shop.trap()';
CREATE FUNCTION "json_object"(integer) RETURNS integer LANGUAGE sql VOLATILE AS 'SELECT shop.trap()';
CREATE FUNCTION "json_value"(json, text) RETURNS integer LANGUAGE sql VOLATILE AS 'SELECT shop.trap()';
CREATE FUNCTION trap_rows() RETURNS SETOF integer LANGUAGE sql VOLATILE AS 'SELECT shop.trap()';
CREATE FUNCTION trap_customer(customers) RETURNS integer LANGUAGE sql VOLATILE AS 'SELECT shop.trap()';
CREATE FUNCTION trap_any(anyelement) RETURNS integer LANGUAGE sql VOLATILE AS 'SELECT shop.trap()';
CREATE FUNCTION trap_many(VARIADIC integer[]) RETURNS integer LANGUAGE sql VOLATILE AS 'SELECT shop.trap()';
CREATE FUNCTION trap_by_default(integer DEFAULT trap()) RETURNS integer LANGUAGE sql STABLE AS 'SELECT $1';
CREATE FUNCTION trap_second_default(integer, integer DEFAULT trap()) RETURNS integer LANGUAGE sql STABLE AS 'SELECT $1';

-- Operators
CREATE FUNCTION trap_op(integer, integer) RETURNS boolean LANGUAGE sql VOLATILE AS 'SELECT shop.trap() = 1';
CREATE FUNCTION trap_prefix(integer) RETURNS integer LANGUAGE sql VOLATILE AS 'SELECT shop.trap()';
CREATE OPERATOR ## (LEFTARG = integer, RIGHTARG = integer, PROCEDURE = trap_op);
CREATE OPERATOR @#@ (RIGHTARG = integer, PROCEDURE = trap_prefix);

-- A type of their own with operators whose names are PostgreSQL's
CREATE TYPE pair AS (a integer, b integer);
CREATE FUNCTION trap_pairs(pair, pair) RETURNS boolean LANGUAGE sql VOLATILE AS 'SELECT shop.trap() = 1';
CREATE OPERATOR = (LEFTARG = pair, RIGHTARG = pair, PROCEDURE = trap_pairs);
CREATE OPERATOR <> (LEFTARG = pair, RIGHTARG = pair, PROCEDURE = trap_pairs);
CREATE OPERATOR < (LEFTARG = pair, RIGHTARG = pair, PROCEDURE = trap_pairs);
CREATE OPERATOR > (LEFTARG = pair, RIGHTARG = pair, PROCEDURE = trap_pairs);
CREATE OPERATOR <= (LEFTARG = pair, RIGHTARG = pair, PROCEDURE = trap_pairs);
CREATE OPERATOR >= (LEFTARG = pair, RIGHTARG = pair, PROCEDURE = trap_pairs);
CREATE OPERATOR ~~ (LEFTARG = pair, RIGHTARG = pair, PROCEDURE = trap_pairs);
CREATE TYPE named AS (name pair);
CREATE TABLE pairs (id integer PRIMARY KEY, one pair, other pair);
INSERT INTO pairs VALUES (1, (1, 2), (3, 4)), (2, (5, 6), (7, 8));

-- Functions that are called as PostgreSQL's own are, for other types
CREATE FUNCTION lower(pair) RETURNS integer LANGUAGE sql VOLATILE AS 'SELECT shop.trap()';
CREATE FUNCTION length(pair) RETURNS integer LANGUAGE sql VOLATILE AS 'SELECT shop.trap()';
CREATE FUNCTION abs(smallint, smallint) RETURNS integer LANGUAGE sql VOLATILE AS 'SELECT shop.trap()';
CREATE FUNCTION round(integer, text) RETURNS integer LANGUAGE sql VOLATILE AS 'SELECT shop.trap()';

-- Casts
CREATE TYPE mood AS ENUM ('calm', 'angry');
CREATE TYPE colour AS ENUM ('red', 'blue');
CREATE FUNCTION trap_cast(pair) RETURNS integer LANGUAGE sql VOLATILE AS 'SELECT shop.trap()';
CREATE FUNCTION trap_cast_mood(mood) RETURNS colour LANGUAGE sql VOLATILE AS 'SELECT ''red''::shop.colour FROM shop.trap_rows()';
CREATE CAST (pair AS integer) WITH FUNCTION trap_cast(pair);
CREATE CAST (mood AS colour) WITH FUNCTION trap_cast_mood(mood) AS IMPLICIT;
CREATE TABLE moods (id integer, mood mood);
INSERT INTO moods VALUES (1, 'calm');
CREATE FUNCTION colour_name(colour) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1::text';

-- Domains, which check what is cast to them
CREATE DOMAIN checked AS integer CHECK (trap_true(VALUE));
CREATE DOMAIN checked_again AS checked;
CREATE TYPE holds_checked AS (inner_value checked);

CREATE TABLE checks (id integer, one checked);
CREATE EXTENSION hstore SCHEMA public;

-- What makes a value of such a domain though no type is written: what a function takes, gives or keeps
CREATE FUNCTION takes_checked(checked) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1::integer';
CREATE FUNCTION takes_many_checked(VARIADIC checked[]) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1[1]::integer';
CREATE FUNCTION takes_holder(holds_checked) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT ($1).inner_value::integer';
CREATE FUNCTION gives_checked(integer) RETURNS checked LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION compares_checked(checked, checked) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';
CREATE OPERATOR <##> (LEFTARG = checked, RIGHTARG = checked, PROCEDURE = compares_checked);
CREATE FUNCTION adds_checked(integer, checked) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
CREATE AGGREGATE total_checked(checked) (SFUNC = adds_checked, STYPE = integer, INITCOND = '0');
CREATE FUNCTION keeps_checked(checked, integer) RETURNS checked LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE AGGREGATE total_kept(integer) (SFUNC = keeps_checked, STYPE = checked, INITCOND = '0');
CREATE TYPE checked_range AS RANGE (subtype = checked);
CREATE TYPE mood_range AS RANGE (subtype = mood);
CREATE TABLE mood_ranges (moods mood_range);


-- Functions of one name for two types, of which a column's may be told wrongly
CREATE FUNCTION told(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION told(numeric) RETURNS integer LANGUAGE sql VOLATILE AS 'SELECT shop.trap()';
CREATE TABLE whole (number integer);
CREATE TABLE broken (fraction numeric);

-- Aggregates
CREATE FUNCTION trap_sum(integer, integer) RETURNS integer LANGUAGE sql VOLATILE AS 'SELECT shop.trap()';
CREATE AGGREGATE trap_total(integer) (SFUNC = trap_sum, STYPE = integer, INITCOND = '0');
CREATE FUNCTION trap_final(integer) RETURNS integer LANGUAGE sql VOLATILE AS 'SELECT shop.trap()';
CREATE AGGREGATE trap_last(integer) (SFUNC = int4pl, STYPE = integer, FINALFUNC = trap_final, INITCOND = '0');
CREATE FUNCTION trap_set(integer, double precision) RETURNS integer LANGUAGE sql VOLATILE AS 'SELECT shop.trap()';
CREATE AGGREGATE trap_fraction(double precision ORDER BY integer) (SFUNC = int4pl, STYPE = integer, FINALFUNC = trap_set, INITCOND = '0');

-- Views and policies
CREATE VIEW trap_view AS SELECT trap() AS sprung;
CREATE VIEW trap_view_again AS SELECT sprung FROM trap_view;
CREATE VIEW trap_join AS SELECT c.id FROM customers c WHERE EXISTS (SELECT FROM trap_view_again);
CREATE VIEW operator_view AS SELECT id FROM customers WHERE 1 ## 2;
CREATE VIEW domain_view AS SELECT 1::checked AS one;
CREATE VIEW secret_view AS SELECT rolname, rolpassword FROM pg_authid;
CREATE VIEW secret_view_again AS SELECT s FROM secret_view s;
CREATE VIEW file_view AS SELECT pg_read_file('PG_VERSION') AS text;
CREATE TABLE guarded (id integer);
INSERT INTO guarded VALUES (1);
ALTER TABLE guarded ENABLE ROW LEVEL SECURITY;
CREATE POLICY spring ON guarded USING (trap_true(id));

-- Operator classes, which run where rows are sorted and grouped
CREATE TYPE ranked AS (n integer);
CREATE FUNCTION trap_compare(ranked, ranked) RETURNS integer LANGUAGE sql VOLATILE AS 'SELECT shop.trap()';
CREATE FUNCTION trap_hash(ranked) RETURNS integer LANGUAGE sql VOLATILE AS 'SELECT shop.trap()';
CREATE FUNCTION ranked_less(ranked, ranked) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).n < ($2).n';
CREATE FUNCTION ranked_equal(ranked, ranked) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).n = ($2).n';
CREATE OPERATOR < (LEFTARG = ranked, RIGHTARG = ranked, PROCEDURE = ranked_less);
CREATE OPERATOR = (LEFTARG = ranked, RIGHTARG = ranked, PROCEDURE = ranked_equal, HASHES, MERGES);
CREATE OPERATOR CLASS trap_order DEFAULT FOR TYPE ranked USING btree AS OPERATOR 1 <, OPERATOR 3 =, FUNCTION 1 trap_compare(ranked, ranked);
CREATE OPERATOR CLASS trap_groups DEFAULT FOR TYPE ranked USING hash AS OPERATOR 1 =, FUNCTION 1 trap_hash(ranked);
CREATE TABLE ranks (id integer, rank ranked);
INSERT INTO ranks VALUES (1, ROW(1)), (2, ROW(2));
CREATE TABLE rank_lists (id integer, ranks ranked[]);
-- With it comes a cast, which gives ranges of such values to nobody who does not ask for them
CREATE TYPE rank_range AS RANGE (subtype = ranked, subtype_opclass = trap_order);
CREATE VIEW ranks_view AS SELECT id, rank FROM ranks;

-- A schema that comes first in nobody's path, and one function that hides PostgreSQL's by its types
CREATE SCHEMA elsewhere;
CREATE FUNCTION elsewhere.upper(text) RETURNS text LANGUAGE sql VOLATILE AS 'SELECT shop.trap()::text';
CREATE PROCEDURE trap_procedure() LANGUAGE sql AS 'SELECT shop.trap()';
CREATE EXTENSION dblink SCHEMA public;
CREATE EXTENSION tablefunc SCHEMA public;
GRANT USAGE ON SCHEMA shop, elsewhere TO reader;
GRANT ALL ON ALL TABLES IN SCHEMA shop TO reader;
