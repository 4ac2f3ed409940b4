-- A shop as one finds it: customers, orders, items, products, events; 362,000 rows from a fixed seed, with what PostgreSQL
-- offers beside tables: JSONB, arrays, ranges, enums, domains, views, functions, triggers, partitions, row-level security.
-- What each row holds follows from its number alone, through md5, so that every run and every version makes the same.

CREATE EXTENSION pg_stat_statements;
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_available_extensions WHERE name = 'hypopg') THEN CREATE EXTENSION hypopg; END IF;
END $$;
CREATE SCHEMA shop;
CREATE SCHEMA reporting;
DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = shop, public', current_database()); END $$;
SET search_path = shop, public;

COMMENT ON SCHEMA shop IS 'What is sold, to whom, and when';

CREATE TYPE order_status AS ENUM ('open', 'paid', 'shipped', 'returned', 'cancelled');
CREATE DOMAIN email AS text CHECK (VALUE ~ '^[^@\s]+@[^@\s]+$');
CREATE TYPE address AS (street text, city text, country char(2));

-- A number from 0 to 1 that follows from a key and a purpose.
CREATE FUNCTION dice(key bigint, purpose text) RETURNS double precision
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (('x' || substr(md5(key || purpose), 1, 8))::bit(32)::bigint & 2147483647) / 2147483648.0;

CREATE TABLE customers (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email email NOT NULL UNIQUE,
  name text NOT NULL,
  phone text,
  home address,
  tags text[] NOT NULL DEFAULT '{}',
  preferences jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE customers IS 'One row a person who has bought, or registered to';
COMMENT ON COLUMN customers.phone IS 'E.164, for a third of them';

CREATE TABLE products (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sku text NOT NULL UNIQUE,
  title text NOT NULL,
  category text NOT NULL,
  price numeric(10, 2) NOT NULL CHECK (price > 0),
  stock integer NOT NULL DEFAULT 0,
  sold_during daterange NOT NULL,
  attributes jsonb NOT NULL DEFAULT '{}',
  search tsvector GENERATED ALWAYS AS (to_tsvector('english', title)) STORED
);

CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES customers,
  status order_status NOT NULL DEFAULT 'open',
  placed_at timestamptz NOT NULL,
  shipped_at timestamptz,
  note text,
  CHECK (shipped_at IS NULL OR shipped_at >= placed_at)
);

CREATE TABLE items (
  order_id bigint NOT NULL REFERENCES orders ON DELETE CASCADE,
  line smallint NOT NULL,
  product_id bigint NOT NULL REFERENCES products,
  quantity integer NOT NULL CHECK (quantity > 0),
  price numeric(10, 2) NOT NULL,
  PRIMARY KEY (order_id, line)
);

CREATE TABLE events (
  id bigint GENERATED ALWAYS AS IDENTITY,
  happened_at timestamptz NOT NULL,
  customer_id bigint,
  kind text NOT NULL,
  details jsonb NOT NULL,
  PRIMARY KEY (id, happened_at)
) PARTITION BY RANGE (happened_at);
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE events_other PARTITION OF events DEFAULT;

CREATE TABLE staff_notes (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  author name NOT NULL DEFAULT current_user,
  customer_id bigint NOT NULL REFERENCES customers,
  body text NOT NULL
);

INSERT INTO customers (email, name, phone, home, tags, preferences, created_at)
SELECT format('customer%s@example.com', n),
       (ARRAY['Ada', 'Grace', 'Edsger', 'Barbara', 'Donald', 'Frances', 'Ken', 'Radia'])[1 + floor(dice(n, 'first') * 8)::int]
         || ' ' ||
       (ARRAY['Müller', 'O''Brien', '김', 'Okafor', 'Silva', 'Ivanov', 'Nguyễn', 'Smith'])[1 + floor(dice(n, 'last') * 8)::int],
       CASE WHEN dice(n, 'phone') < 0.34 THEN '+49' || lpad(floor(dice(n, 'number') * 1e9)::bigint::text, 10, '1') END,
       ROW(format('%s Main Street', n), (ARRAY['Berlin', 'Paris', 'Lagos', 'Seoul'])[1 + n % 4], (ARRAY['DE', 'FR', 'NG', 'KR'])[1 + n % 4])::address,
       CASE WHEN dice(n, 'vip') < 0.05 THEN ARRAY['vip', 'newsletter'] WHEN dice(n, 'news') < 0.4 THEN ARRAY['newsletter'] ELSE '{}' END,
       jsonb_build_object('language', (ARRAY['de', 'fr', 'en', 'ko'])[1 + n % 4], 'theme', CASE WHEN n % 3 = 0 THEN 'dark' ELSE 'light' END),
       timestamptz '2023-01-01' + n * interval '1 hour'
FROM generate_series(1, 20000) AS n;

INSERT INTO products (sku, title, category, price, stock, sold_during, attributes)
SELECT format('SKU-%s', lpad(n::text, 5, '0')),
       (ARRAY['Red', 'Quiet', 'Folding', 'Heavy', 'Tiny'])[1 + floor(dice(n, 'adjective') * 5)::int] || ' ' ||
       (ARRAY['lamp', 'chair', 'kettle', 'bicycle', 'notebook', 'speaker'])[1 + floor(dice(n, 'noun') * 6)::int] || ' ' || n,
       (ARRAY['home', 'kitchen', 'outdoors', 'office', 'audio'])[1 + floor(dice(n, 'category') * 5)::int],
       round((1 + dice(n, 'price') * 499)::numeric, 2),
       floor(dice(n, 'stock') * 500)::int,
       daterange(date '2023-01-01' + n % 300, CASE WHEN n % 7 = 0 THEN date '2025-06-30' END),
       jsonb_build_object('weight', round((dice(n, 'weight') * 20)::numeric, 3), 'colours', jsonb_build_array('red', 'blue'))
FROM generate_series(1, 2000) AS n;

INSERT INTO orders (customer_id, status, placed_at, shipped_at, note)
SELECT 1 + floor(pow(dice(n, 'customer'), 2) * 20000)::bigint,
       (ARRAY['open', 'paid', 'shipped', 'shipped', 'shipped', 'shipped', 'returned', 'cancelled'])[1 + floor(dice(n, 'status') * 8)::int]::order_status,
       timestamptz '2024-01-01' + n * interval '17 minutes',
       CASE WHEN dice(n, 'status') BETWEEN 0.25 AND 0.875 THEN timestamptz '2024-01-01' + n * interval '17 minutes' + interval '2 days' END,
       CASE WHEN dice(n, 'note') < 0.02 THEN 'Please ring twice' END
FROM generate_series(1, 60000) AS n;

INSERT INTO items (order_id, line, product_id, quantity, price)
SELECT n, line, product, 1 + floor(dice(n * 10 + line, 'quantity') * 4)::int, products.price
FROM generate_series(1, 60000) AS n
CROSS JOIN generate_series(1, 3) AS line
CROSS JOIN LATERAL (SELECT 1 + floor(dice(n * 10 + line, 'product') * 2000)::bigint AS product) AS chosen
JOIN products ON products.id = product;

INSERT INTO events (happened_at, customer_id, kind, details)
SELECT timestamptz '2024-01-01' + n * interval '10 minutes',
       CASE WHEN n % 10 > 0 THEN 1 + floor(dice(n, 'who') * 20000)::bigint END,
       (ARRAY['view', 'view', 'view', 'search', 'basket', 'checkout'])[1 + floor(dice(n, 'kind') * 6)::int],
       jsonb_build_object('page', format('/products/%s', floor(dice(n, 'page') * 2000)), 'milliseconds', floor(dice(n, 'time') * 900))
FROM generate_series(1, 100000) AS n;

INSERT INTO staff_notes (author, customer_id, body)
SELECT CASE WHEN n % 2 = 0 THEN 'alice' ELSE 'bob' END, n, 'Called about order ' || n FROM generate_series(1, 40) AS n;

CREATE INDEX orders_customer_id ON orders (customer_id);
CREATE INDEX products_attributes ON products USING gin (attributes);
CREATE INDEX products_search ON products USING gin (search);
CREATE INDEX orders_unshipped ON orders (placed_at) WHERE shipped_at IS NULL;

CREATE VIEW order_totals AS
SELECT orders.id, orders.customer_id, orders.status, orders.placed_at, sum(items.quantity * items.price) AS total
FROM orders JOIN items ON items.order_id = orders.id GROUP BY orders.id;
CREATE VIEW customer_contacts AS SELECT id, name, email AS contact, (home).city AS city FROM customers;
CREATE MATERIALIZED VIEW reporting.sales_by_month AS
SELECT date_trunc('month', placed_at) AS month, count(*) AS orders, sum(total) AS revenue FROM order_totals GROUP BY 1;
CREATE UNIQUE INDEX ON reporting.sales_by_month (month);

CREATE FUNCTION order_total(wanted bigint) RETURNS numeric LANGUAGE sql STABLE
  RETURN (SELECT sum(quantity * price) FROM items WHERE order_id = wanted);
CREATE FUNCTION with_tax(net numeric, rate numeric DEFAULT 0.19) RETURNS numeric LANGUAGE sql IMMUTABLE
  RETURN round(net * (1 + rate), 2);
-- Changes data, and is volatile, as a function is that says nothing.
CREATE FUNCTION restock(wanted bigint, amount integer) RETURNS integer LANGUAGE plpgsql AS $$
BEGIN
  UPDATE products SET stock = stock + amount WHERE id = wanted;
  RETURN amount;
END $$;
CREATE FUNCTION take_from_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE products SET stock = stock - NEW.quantity WHERE id = NEW.product_id;
  RETURN NEW;
END $$;
CREATE TRIGGER items_take_from_stock AFTER INSERT ON items FOR EACH ROW EXECUTE FUNCTION take_from_stock();
CREATE PROCEDURE close_orders(before timestamptz) LANGUAGE sql
  AS $$ UPDATE orders SET status = 'cancelled' WHERE status = 'open' AND placed_at < before $$;

ALTER TABLE staff_notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_notes ON staff_notes USING (author = current_user);

ANALYZE;
