import { type ExecFileSyncOptions, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "./free-port.ts";
import { type PostgresBinaries, packagedPostgres } from "./packaged-postgres.ts";
import { unprivilegedUser } from "./unprivileged-user.ts";

/** A PostgreSQL of its own, in a temporary folder, on loopback. It ends with the process that began it, or when disposed of. */
export interface StartedPostgres extends AsyncDisposable {
  readonly label: string;
  readonly port: number;
  /** The address of a database, as the superuser unless another is named. */
  url(database?: string, user?: string): string;
}

const keeper = fileURLToPath(new URL("./keep-postgres.mjs", import.meta.url));

/** Nothing here needs to survive a power failure. */
const settings = [
  ...["fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_wal_size=4GB"],
  ...["max_connections=120", "max_locks_per_transaction=256", "shared_buffers=64MB", "listen_addresses=127.0.0.1"],
  ...["shared_preload_libraries=pg_stat_statements", "track_io_timing=on", "timezone=UTC"],
];

/** The superuser's password, and that of all who are made in tests. */
const password = "sandbox";

/**
 * Makes and starts a PostgreSQL; takes three to five seconds.
 *
 * @param more further settings of the server, as `name=value`
 */
export async function startPostgres(
  binaries: PostgresBinaries = packagedPostgres(),
  more: readonly string[] = [],
): Promise<StartedPostgres> {
  // Directly under the system's temporary folder, which other users may enter.
  const folder = mkdtempSync(join(tmpdir(), "drawbridge-postgres-"));
  const user = unprivilegedUser();
  chmodSync(folder, 0o755);
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const options = { ...user, cwd: folder, stdio: "pipe", env: { ...process.env, LC_ALL: "C.UTF-8" } } as const;
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, password, { mode: 0o644 });
  const access = ["--username=postgres", "--auth-local=trust", "--auth-host=scram-sha-256", "--pwfile", passwordFile];
  const initial = ["--encoding=UTF8", "--no-sync", "--no-instructions"];
  const programs = programsFor(binaries, folder, options);
  execFileSync(join(programs, "initdb"), ["-D", data, ...access, ...initial], options);

  const port = await freePort();
  const flags = [...settings, ...more].flatMap((setting) => ["-c", setting]);
  const command = [join(programs, "postgres"), "-D", data, "-p", String(port), "-k", folder, ...flags];
  const ids = user === undefined ? {} : { POSTGRES_UID: String(user.uid), POSTGRES_GID: String(user.gid) };
  const child = spawn(process.execPath, [keeper, folder, ...command], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...options.env, ...ids },
  });
  const ended = once(child, "exit");
  await Promise.race([once(child.stdout, "data"), ended.then(([code]) => Promise.reject(failed(code)))]);
  return {
    label: binaries.label,
    port,
    url: (database = "postgres", name = "postgres") => `postgres://${name}:${password}@127.0.0.1:${port}/${database}`,
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await ended;
    },
  };
}

/** The folder of its programs; of a copy where another user is to run them and cannot come to them, as in root's home. */
function programsFor({ folder: programs }: PostgresBinaries, folder: string, options: ExecFileSyncOptions): string {
  try {
    execFileSync(join(programs, "postgres"), ["--version"], options);
    return programs;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EACCES") throw error;
    const copy = join(folder, "postgres");
    cpSync(join(programs, ".."), copy, { recursive: true, verbatimSymlinks: true });
    return join(copy, "bin");
  }
}

function failed(code: unknown): Error {
  return new Error(`PostgreSQL did not start (exit ${code}); it says why above`);
}
