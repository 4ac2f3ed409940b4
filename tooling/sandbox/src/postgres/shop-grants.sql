GRANT USAGE ON SCHEMA shop, reporting TO reader, writer, alice;
GRANT SELECT ON ALL TABLES IN SCHEMA shop, reporting TO reader, writer, alice;
GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA shop TO writer;
GRANT CREATE ON SCHEMA shop TO writer;
