import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "./free-port.ts";
import type { StartedPostgres } from "./start-postgres.ts";
import { unprivilegedUser } from "./unprivileged-user.ts";

const keeper = fileURLToPath(new URL("./keep-postgres.mjs", import.meta.url));

/** Nothing here needs to survive a power failure. */
const usual = [
  ...["fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_wal_size=4GB"],
  ...["max_connections=120", "max_locks_per_transaction=256", "shared_buffers=64MB", "listen_addresses=127.0.0.1"],
  ...["shared_preload_libraries=pg_stat_statements", "track_io_timing=on", "timezone=UTC"],
];

/** The superuser's password, and that of all who are made in tests. */
export const password = "sandbox";

/**
 * Runs a PostgreSQL on what lies in a folder, under `data`, until it is disposed of; then the folder is deleted.
 *
 * @param program the path of `postgres`
 */
export async function runPostgres(
  program: string,
  folder: string,
  { label, settings = [] }: { readonly label: string; readonly settings?: readonly string[] },
): Promise<StartedPostgres> {
  const port = await freePort();
  const flags = [...usual, ...settings].flatMap((setting) => ["-c", setting]);
  const command = [program, "-D", join(folder, "data"), "-p", String(port), "-k", folder, ...flags];
  const user = unprivilegedUser();
  const ids = user === undefined ? {} : { POSTGRES_UID: String(user.uid), POSTGRES_GID: String(user.gid) };
  const child = spawn(process.execPath, [keeper, folder, ...command], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, LC_ALL: "C.UTF-8", ...ids },
  });
  const ended = once(child, "exit");
  await Promise.race([once(child.stdout, "data"), ended.then(([code]) => Promise.reject(failed(code)))]);
  return {
    label,
    port,
    url: (database = "postgres", name = "postgres") => `postgres://${name}:${password}@127.0.0.1:${port}/${database}`,
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await ended;
    },
  };
}

function failed(code: unknown): Error {
  return new Error(`PostgreSQL did not start (exit ${code}); it says why above`);
}
