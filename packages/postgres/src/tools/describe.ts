import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Databases } from "../database/databases.ts";
import { fields } from "./fields.ts";

const definition = z.object({ name: z.string(), definition: z.string() });
const text = z.string().optional();

/** All that there is to know of one relation. */
export const describe = defineTool({
  name: "pg_describe",
  title: "Describe relation",
  description:
    "Describes a table, view, index or sequence: columns with types, defaults and statistics, keys and references both ways, indexes " +
    "with sizes and use, constraints, policies, triggers, row estimate, comments. Look at it before you write a query or a change. " +
    "Names are found with pg_search_objects.",
  effect: "read",
  idempotent: true,
  input: z.object({
    name: fields.name.describe("orders or shop.orders"),
    database: fields.database,
  }),
  output: z.object({
    schema: z.string(),
    name: z.string(),
    kind: z.string(),
    comment: text,
    owner: text,
    estimated_rows: z.number().optional(),
    size: text,
    left_out: text.describe("What did not fit"),
    row_level_security: text,
    partition_of: text,
    partition_key: text,
    partitions: z.array(z.string()).optional(),
    definition: text,
    columns: z
      .array(
        z.object({
          name: z.string(),
          type: z.string(),
          not_null: z.boolean().optional(),
          default: text,
          generated: text,
          masked: text.describe("How values are shown in place of their own"),
          comment: text,
          values: z.array(z.string()).optional().describe("Of an enum"),
          null_fraction: z.number().optional(),
          distinct: z.number().optional(),
          average_bytes: z.number().optional(),
        }),
      )
      .optional(),
    constraints: z.array(definition).optional(),
    referenced_by: z.array(definition.extend({ table: z.string() })).optional(),
    indexes: z
      .array(
        z.object({
          definition: z.string(),
          size: z.string(),
          scans: z.number().optional().describe("Since statistics were reset"),
          valid: z.boolean().optional(),
        }),
      )
      .optional(),
    policies: z.array(z.string()).optional(),
    triggers: z.array(z.string()).optional(),
    statistics: z
      .object({
        sequential_scans: z.number().optional(),
        index_scans: z.number().optional(),
        live_rows: z.number().optional(),
        dead_rows: z.number().optional(),
        last_vacuum: text,
        last_analyze: text,
      })
      .optional(),
  }),
  async run(input, context: ToolContext<Databases>) {
    const { describeRelation } = await import("../browsing/describe-relation.ts");
    const { shortenedDescription } = await import("../browsing/shortened-description.ts");
    return shortenedDescription(await describeRelation(input, context), context.page.bytesLeft) as never;
  },
});
