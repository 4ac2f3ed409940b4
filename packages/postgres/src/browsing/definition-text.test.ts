import { describe, expect, it } from "vitest";
import { definitionText } from "./definition-text.ts";

describe("definitionText", () => {
  it("writes a table with what belongs to it, commas before remarks", () => {
    const text = definitionText({
      schema: "shop",
      name: "Order",
      kind: "table",
      comment: "what was bought\nand when",
      estimated_rows: 1200,
      size: "96 kB",
      columns: [
        { name: "id", type: "bigint", not_null: true, generated: "always as identity" },
        { name: "total", type: "numeric", generated: "always as (price * 2) virtual" },
        { name: "user", type: "text", generated: "always as ('always as stored'::text) stored" },
        { name: "state", type: "shop.state", default: "'new'::shop.state", values: ["new", "paid"], comment: "--x" },
      ],
      constraints: [{ name: "order_pkey", definition: "PRIMARY KEY (id)" }],
      indexes: [
        { definition: 'CREATE UNIQUE INDEX order_pkey ON shop."Order" (id)', size: "16 kB" },
        { definition: 'CREATE INDEX i ON shop."Order" (state)', size: "8 kB", valid: false },
      ],
      referenced_by: [{ table: "shop.items", definition: 'FOREIGN KEY (order_id) REFERENCES shop."Order"(id)' }],
      policies: ["own for SELECT to public using (true)"],
      row_level_security: "on",
    });
    expect(text).toBe(`-- table, about 1200 rows, 96 kB
-- what was bought and when
CREATE TABLE shop."Order" (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  total numeric GENERATED ALWAYS AS (price * 2) VIRTUAL,
  "user" text GENERATED ALWAYS AS ('always as stored'::text) STORED,
  state shop.state DEFAULT 'new'::shop.state, -- one of new | paid; --x
  CONSTRAINT order_pkey PRIMARY KEY (id)
);
CREATE INDEX i ON shop."Order" (state); -- 8 kB, INVALID
-- row-level security: on
-- policy own for SELECT to public using (true)
-- referenced by shop.items: FOREIGN KEY (order_id) REFERENCES shop."Order"(id)`);
  });

  it.each([
    ["view", "CREATE VIEW a.b AS\nSELECT 1;"],
    ["materialized view", "CREATE MATERIALIZED VIEW a.b AS\nSELECT 1;"],
  ])("writes a %s by its query", (kind, written) => {
    expect(definitionText({ schema: "a", name: "b", kind, definition: "SELECT 1;" })).toContain(written);
  });
});
