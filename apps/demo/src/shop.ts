import type { StartedPostgres } from "@drawbridge/sandbox";
import { converse } from "./converse.ts";
import { shopQuestions } from "./shop-questions.ts";

/** The postgres connector on the shop database, as a role that may change it, by a server that may too. */
export async function shop(postgres: StartedPostgres): Promise<void> {
  const manifest = import.meta.resolve("@drawbridge/postgres/package.json");
  const environment = { DATABASE_URL: postgres.url("shop", "writer") };
  await converse({ manifest, argv: ["--access", "write"], environment }, shopQuestions);
}
