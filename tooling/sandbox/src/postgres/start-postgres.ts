import { type ExecFileSyncOptions, execFileSync } from "node:child_process";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type PostgresBinaries, packagedPostgres } from "./packaged-postgres.ts";
import { postgresFolder } from "./postgres-folder.ts";
import { password, runPostgres } from "./run-postgres.ts";
import { unprivilegedUser } from "./unprivileged-user.ts";

/** A PostgreSQL of its own, in a temporary folder, on loopback. It ends with the process that began it, or when disposed of. */
export interface StartedPostgres extends AsyncDisposable {
  readonly label: string;
  readonly port: number;
  /** The address of a database, as the superuser unless another is named. */
  url(database?: string, user?: string): string;
}

/**
 * Makes and starts a PostgreSQL; takes three to five seconds.
 *
 * @param more further settings of the server, as `name=value`
 */
export async function startPostgres(
  binaries: PostgresBinaries = packagedPostgres(),
  more: readonly string[] = [],
): Promise<StartedPostgres> {
  const folder = postgresFolder();
  const data = join(folder, "data");
  const options = {
    ...unprivilegedUser(),
    cwd: folder,
    stdio: "pipe",
    env: { ...process.env, LC_ALL: "C.UTF-8" },
  } as const;
  const passwordFile = join(folder, "password");
  writeFileSync(passwordFile, password, { mode: 0o644 });
  const access = ["--username=postgres", "--auth-local=trust", "--auth-host=scram-sha-256", "--pwfile", passwordFile];
  const initial = ["--encoding=UTF8", "--no-sync", "--no-instructions"];
  const programs = programsFor(binaries, folder, options);
  execFileSync(join(programs, "initdb"), ["-D", data, ...access, ...initial], options);

  return runPostgres(join(programs, "postgres"), folder, { label: binaries.label, settings: more });
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
