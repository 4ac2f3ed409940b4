import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import { objectKinds } from "../browsing/object-kinds.ts";
import type { Databases } from "../database/databases.ts";
import { fields } from "./fields.ts";

/** What there is in a database, by name. */
export const searchObjects = defineTool({
  name: "pg_search_objects",
  title: "Search objects",
  description:
    "Finds tables, views, columns, indexes, functions, types, schemas, extensions and policies by name: the way to learn what is in a " +
    "database. Without a pattern it lists all of a kind; kind column finds in which tables a name occurs. Names first, details " +
    "of one relation with pg_describe.",
  effect: "read",
  idempotent: true,
  input: z.object({
    pattern: fields.name.optional().describe("Part of a name, in any case; with % as in LIKE"),
    kind: z.enum(objectKinds).optional().describe("Without it tables and views; with a pattern, all kinds"),
    schema: fields.name.optional().describe("Only there; the system's schemas are left out otherwise"),
    detail: z
      .enum(["names", "summary", "full"])
      .default("summary")
      .describe("summary: sizes, types, comments; full: definitions too"),
    limit: z.int().min(1).max(1000).default(100),
    database: fields.database,
  }),
  output: z.object({
    objects: z.array(
      z.object({
        kind: z.enum(objectKinds),
        schema: z.string(),
        name: z.string(),
        table: z.string().optional().describe("Of a column, an index, a policy"),
        summary: z.string().optional(),
        comment: z.string().optional(),
        definition: z.string().optional(),
      }),
    ),
  }),
  pages: "objects",
  async run(input, context: ToolContext<Databases>) {
    const { searchObjects: search } = await import("../browsing/search-objects.ts");
    return search(input, context);
  },
});
