-- 1,500 tables of eight columns in fifteen schemas, to browse and search in.
DO $$
BEGIN
  FOR area IN 1..15 LOOP
    EXECUTE format('CREATE SCHEMA area_%s', area);
    FOR number IN 1..100 LOOP
      EXECUTE format(
        'CREATE TABLE area_%1$s.%2$s_%3$s (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, created_at timestamptz NOT NULL,
           owner_id bigint, title text, amount_%3$s numeric, flags bit(8), details jsonb, region varchar(20))',
        area, (ARRAY['invoice', 'shipment', 'ledger', 'ticket', 'device'])[1 + number % 5], number);
    END LOOP;
  END LOOP;
END $$;
