import { execFileSync } from "node:child_process";
import { chownSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { postgresFolder } from "./postgres-folder.ts";
import { runPostgres } from "./run-postgres.ts";
import type { StartedPostgres } from "./start-postgres.ts";
import { unprivilegedUser } from "./unprivileged-user.ts";

/**
 * Makes and starts a hot standby of a server, which only reads, and follows the other by its log. Takes about a second. It runs the
 * same programs, which may be gone with the other server.
 */
export async function startStandby(primary: StartedPostgres): Promise<StartedPostgres> {
  const folder = postgresFolder();
  const data = join(folder, "data");
  const client = new pg.Client({ connectionString: primary.url() });
  await client.connect();
  const { rows } = await client.query("SHOW data_directory");
  const original = String(rows[0].data_directory);
  // The label has to lie in the copy (PostgreSQL manual, 25.3.4).
  await client.query("SELECT pg_backup_start('standby', true)");
  execFileSync("cp", ["-a", original, data]);
  const stopped = await client.query("SELECT labelfile FROM pg_backup_stop(false)");
  await client.end();
  const user = unprivilegedUser();
  for (const [name, text] of [
    ["backup_label", String(stopped.rows[0].labelfile)],
    ["standby.signal", ""],
  ] as const) {
    writeFileSync(join(data, name), text);
    if (user !== undefined) chownSync(join(data, name), user.uid, user.gid);
  }
  rmSync(join(data, "postmaster.pid"));
  const [program = ""] = readFileSync(join(original, "postmaster.opts"), "utf8").split(" ");
  return runPostgres(program, folder, {
    label: `a standby of ${primary.label}`,
    settings: [`primary_conninfo=${primary.url()}`],
  });
}
