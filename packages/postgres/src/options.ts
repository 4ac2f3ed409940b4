import { option } from "@drawbridge/core";
import * as z from "zod";
import { passwordsOf } from "./database/passwords-of.ts";
import { maskPattern } from "./masking/mask-pattern.ts";
import { statementTimeout } from "./statement-timeout.ts";

const address = "postgres://user@host:5432/database?sslmode=verify-full";

/** The connector's own options: flags, environment and configuration are read by these alone. */
export const options = z.object({
  url: option(z.string().min(1).optional(), {
    description: `The database: ${address}. Give the password in DATABASE_URL or PGPASSWORD: process lists show the command line`,
    placeholder: "[url]",
    positional: true,
    environment: ["DATABASE_URL"],
    secretsWithin: passwordsOf,
    defaultText: "what libpq's PG* variables say",
  }),
  database: option(z.array(z.string().regex(/^[A-Za-z_][\w-]*=./, "expected name=url")).default([]), {
    description: "A database with a name to ask for it by, instead of the one url; repeatable",
    placeholder: "<name=url>",
    secretsWithin: passwordsOf,
  }),
  statementTimeout: option(statementTimeout.default(30_000), {
    description: "The longest that the server works on one statement",
    placeholder: "<duration>",
    defaultText: "30s",
  }),
  maxRows: option(z.int().min(1).max(100_000).default(10_000), {
    description: "The most rows in one answer, whatever limit a call asks for",
    placeholder: "<n>",
  }),
  poolSize: option(z.int().min(1).max(100).default(10), {
    description: "Connections to each database at once",
    placeholder: "<n>",
  }),
  role: option(z.string().min(1).optional(), {
    description: "Whom each statement runs as, by SET ROLE",
    placeholder: "<role>",
  }),
  listen: option(z.array(z.string().min(1)).default([]), {
    description:
      "A channel of NOTIFY that hosts may read and subscribe to; of several databases as name:channel; repeatable",
    placeholder: "<channel>",
  }),
  allowFunctions: option(z.array(z.string().regex(/^[^.]+\.[^.]+$/, "expected schema.name")).default([]), {
    description: "Functions marked VOLATILE that pg_query may call all the same, as schema.name; repeatable",
    placeholder: "<schema.name>",
    separator: ",",
  }),
  toolsFile: option(z.array(z.string().min(1)).default([]), {
    description: "A file of SQL statements with front matter, each of which becomes a tool; repeatable",
    placeholder: "<file>",
    path: true,
  }),
  schemas: option(z.array(z.string().min(1)).default([]), {
    description: "The schemas that are served, and nothing of any other; repeatable",
    placeholder: "<schema>",
    separator: ",",
    emptyCounts: true,
    defaultText: "all that the role may read",
  }),
  mask: option(
    z.array(z.string().regex(maskPattern, "expected schema.table.column, with =hash, =null or =partial")).default([]),
    {
      description:
        "A column whose values are never shown, nor what is made of them: as a keyed hash (which still joins), as NULL, or as their last " +
        "characters; repeatable",
      placeholder: "<schema.table.column[=hash|null|partial]>",
      separator: ",",
      emptyCounts: true,
    },
  ),
  maskKey: option(z.string().min(16).optional(), {
    description:
      "What hashes of masked values are made with, so that they are the same after a restart and in other servers",
    secret: true,
    defaultText: "a key of this process",
  }),
  allowSuperuser: option(z.boolean().default(false), {
    description:
      "Serve even as a superuser, or as one who may read the server's files, for whom no other layer of safety holds",
  }),
});
