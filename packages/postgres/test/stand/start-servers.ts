import {
  installedPostgres,
  makeDatabases,
  packagedPostgres,
  runSql,
  type StartedPostgres,
  startPostgres,
} from "@drawbridge/sandbox";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Every PostgreSQL that the tests run against. */
    servers: readonly { readonly label: string; readonly port: number }[];
    /** What is missing on this machine, in words. */
    missingServers: readonly string[];
  }
}

let servers: readonly StartedPostgres[] = [];

/** Starts every PostgreSQL that there is on this machine, each with the databases `shop`, `spare` and `many`, for all tests together. */
export async function setup({ provide }: TestProject): Promise<void> {
  const installed = installedPostgres();
  const binaries = installed === undefined ? [packagedPostgres()] : [packagedPostgres(), installed];
  servers = await Promise.all(
    binaries.map(async (one) => {
      const server = await startPostgres(one);
      await makeDatabases(server);
      // Nobody connects to this one, so that tests can make databases of their own from it while others are at work.
      await runSql(server.url(), "CREATE DATABASE spare TEMPLATE shop STRATEGY FILE_COPY");
      return server;
    }),
  );
  provide(
    "servers",
    servers.map(({ label, port }) => ({ label, port })),
  );
  provide("missingServers", installed === undefined ? ["PostgreSQL 15 (apt-get install postgresql-15)"] : []);
}

/** Ends them. */
export async function teardown(): Promise<void> {
  await Promise.all(servers.map((server) => server[Symbol.asyncDispose]()));
}
