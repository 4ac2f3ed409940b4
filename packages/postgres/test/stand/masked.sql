-- What leads to the masked columns of the shop in ways of its own: customers.email (hash), customers.phone (partial),
-- customers.preferences (null), staff.salary (hash), staff.email (hash), letters.body (null).

SET search_path = shop, public;

CREATE TABLE staff (id int PRIMARY KEY, name text NOT NULL, salary int NOT NULL, email email NOT NULL UNIQUE, boss int REFERENCES staff);
INSERT INTO staff VALUES (1, 'Ada', 91234, 'customer1@example.com', NULL), (2, 'Ken', 81234, 'ken@staff.example', 1), (3, 'Radia', 81234, 'radia@staff.example', 2);
ALTER TABLE staff ADD CHECK (salary > 0);
ALTER TABLE staff ADD doubled int GENERATED ALWAYS AS (salary * 2) STORED;

CREATE TABLE letters (id int, sent date, body text NOT NULL) PARTITION BY RANGE (sent);
CREATE TABLE letters_old PARTITION OF letters FOR VALUES FROM (MINVALUE) TO ('2020-01-01');
CREATE TABLE letters_new PARTITION OF letters FOR VALUES FROM ('2020-01-01') TO (MAXVALUE);
INSERT INTO letters VALUES (1, '2019-01-01', 'secret letter one'), (2, '2024-01-01', 'secret letter two');

CREATE TABLE former_staff (left_on date) INHERITS (staff);
INSERT INTO former_staff VALUES (9, 'Grace', 71234, 'grace@staff.example', NULL, DEFAULT, '2020-01-01');

CREATE VIEW contacts_again AS SELECT c.contact AS address, upper(c.contact::text) AS loud, c.id FROM customer_contacts c;
CREATE VIEW staff_bands AS SELECT id, CASE WHEN salary > 90000 THEN 'high' ELSE 'low' END AS band, count(*) OVER () AS n FROM staff;
CREATE VIEW staff_rows AS SELECT s AS person, to_jsonb(s) AS document FROM staff s;
CREATE VIEW chain AS WITH RECURSIVE up(id, email, depth) AS (
  SELECT id, email, 0 FROM staff WHERE boss IS NULL UNION ALL SELECT s.id, s.email, depth + 1 FROM staff s JOIN up ON s.boss = up.id
) SELECT * FROM up;
CREATE VIEW busy_customers AS SELECT c.id, c.name, count(*) AS orders FROM customers c JOIN orders o ON o.customer_id = c.id
  WHERE c.email LIKE '%@example.com' GROUP BY c.id;
CREATE MATERIALIZED VIEW staff_copy AS SELECT id, email AS mail, salary FROM staff;

CREATE VIEW beside AS SELECT o.id, x.e FROM orders o CROSS JOIN LATERAL (SELECT email AS e FROM customers c WHERE c.id = o.customer_id) x WHERE o.id < 4;
CREATE VIEW windows AS SELECT id, lag(email) OVER (ORDER BY id) AS before, first_value(salary) OVER w AS s FROM staff WINDOW w AS (ORDER BY id);
CREATE VIEW unnested AS SELECT unnest(array_agg(email::text)) AS u FROM customers WHERE id < 5;
CREATE FOREIGN DATA WRAPPER far;
CREATE SERVER far FOREIGN DATA WRAPPER far;
CREATE FOREIGN TABLE far_staff (id int, name text, mail text OPTIONS (column_name 'email')) SERVER far OPTIONS (schema_name 'shop', table_name 'staff');

CREATE FUNCTION email_of(wanted bigint) RETURNS text LANGUAGE sql STABLE AS $$ SELECT email::text FROM shop.customers WHERE id = wanted $$;
CREATE FUNCTION email_again(wanted bigint) RETURNS text LANGUAGE sql STABLE RETURN email_of(wanted);
CREATE FUNCTION by_text(wanted text) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
DECLARE found bigint; BEGIN EXECUTE 'SELECT id FROM ' || 'shop.cust' || 'omers WHERE email = $1' INTO found USING wanted; RETURN found; END $$;
CREATE FUNCTION all_staff() RETURNS SETOF staff LANGUAGE sql STABLE AS $$ SELECT * FROM shop.staff $$;
CREATE FUNCTION label(staff) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT $1.name || $1.email $$;
CREATE FUNCTION same_mail(bigint, bigint) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT email_of($1) = email_of($2) $$;
CREATE OPERATOR ~=~= (LEFTARG = bigint, RIGHTARG = bigint, FUNCTION = same_mail);
CREATE FUNCTION twice(n numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT n * 2 $$;

CREATE TABLE newsletter (customer_id bigint, email text, opened int);
INSERT INTO newsletter VALUES (1, 'letters@elsewhere.example', 3), (2, 'two@elsewhere.example', 0);
CREATE TABLE copies (id int, value text);
CREATE VIEW renamed AS SELECT j.* FROM (staff s JOIN newsletter n ON n.customer_id = s.id) AS j(a, b, c, d, e, f, g, h, i);

ANALYZE staff, letters, customers;
GRANT SELECT ON ALL TABLES IN SCHEMA shop TO reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA shop TO writer;
GRANT CREATE ON SCHEMA shop TO writer;

-- What leads there by a function, or by an operator
CREATE VIEW by_function AS SELECT o.id, email_of(o.customer_id) AS mail FROM orders o WHERE o.id < 10;
CREATE VIEW by_function_again AS SELECT mail || '!' AS loud, id FROM by_function;
CREATE FUNCTION through_view() RETURNS text LANGUAGE sql STABLE AS $$ SELECT max(loud) FROM shop.by_function_again $$;
CREATE VIEW by_operator AS SELECT o.id, o.id ~=~= 1 AS same FROM orders o WHERE o.id < 10;
CREATE FUNCTION mail(orders) RETURNS text LANGUAGE sql STABLE AS $$ SELECT email::text FROM shop.customers WHERE id = $1.customer_id $$;
CREATE TABLE public.staff (id int, email text);
INSERT INTO public.staff VALUES (1, 'nobody@elsewhere.example');


-- Called as the one of the extension, which is not looked into
CREATE VIEW shop.pg_stat_statements AS SELECT email::text AS query FROM customers WHERE id < 3;
GRANT SELECT ON ALL TABLES IN SCHEMA shop, public TO reader, writer;
