import { isAbsolute, join } from "node:path";

/** What of a program's a folder is for: what it may lose, or what it keeps. */
type Purpose = "cache" | "state";

const variables = { cache: "XDG_CACHE_HOME", state: "XDG_STATE_HOME" } as const;
const under = { cache: [".cache"], state: [".local", "state"] } as const;

/**
 * Where the system's conventions put what programs keep for a user: the XDG Base Directory Specification, and `LOCALAPPDATA` on
 * Windows. Undefined for a user without a home.
 */
export function userFolder(purpose: Purpose, environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const { LOCALAPPDATA } = environment;
  if (process.platform === "win32" && LOCALAPPDATA !== undefined && LOCALAPPDATA !== "") return LOCALAPPDATA;
  const named = environment[variables[purpose]];
  // The specification takes no notice of relative paths.
  if (named !== undefined && isAbsolute(named)) return named;
  const home = process.getBuiltinModule("node:os").homedir();
  return home === "" ? undefined : join(home, ...under[purpose]);
}
