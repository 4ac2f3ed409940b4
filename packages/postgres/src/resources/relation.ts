import { type CallContext, defineResource } from "@drawbridge/core";
import type { Databases } from "../database/databases.ts";
import { namesIn } from "./names-in.ts";

/** Relations by `postgres://` address, as statements that would make them. */
export const relation = defineResource({
  name: "relation",
  title: "Relation",
  description:
    "How a table, view or other relation is made: columns, keys, constraints, indexes, policies and triggers as SQL with comments. " +
    "pg_describe tells more of it, such as statistics.",
  uriTemplate: "postgres://{database}/{schema}/{relation}",
  mimeType: "application/sql",
  like: "pg_describe",
  async list(context: CallContext<Databases>) {
    const { listedRelations } = await import("./listed-relations.ts");
    return listedRelations(context);
  },
  async complete(variable, typed, context: CallContext<Databases>, chosen) {
    const { completeName } = await import("./complete-name.ts");
    return completeName(variable as "database" | "schema" | "relation", typed, context, chosen);
  },
  async read(uri, context: CallContext<Databases>) {
    const { database, schema, relation: name } = namesIn(uri);
    const { describeRelation } = await import("../browsing/describe-relation.ts");
    const { definitionText } = await import("../browsing/definition-text.ts");
    const { quoteIdentifier } = await import("../database/quote-identifier.ts");
    const written = `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
    const described = await describeRelation({ name: written, database }, context);
    return { body: `${definitionText(described as never)}\n` };
  },
});
