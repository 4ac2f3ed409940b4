import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/**
 * Where answers are kept on disk, as the system's conventions have it for what a program may lose. Undefined for a user
 * without a home.
 */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const base = baseFolder(environment);
  return base === undefined ? undefined : join(base, "drawbridge", "github", "answers");
}

/** The XDG Base Directory Specification takes no notice of relative paths. */
function baseFolder({ XDG_CACHE_HOME, LOCALAPPDATA }: NodeJS.ProcessEnv): string | undefined {
  if (process.platform === "win32" && LOCALAPPDATA !== undefined && LOCALAPPDATA !== "") return LOCALAPPDATA;
  if (XDG_CACHE_HOME !== undefined && isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
  const home = homedir();
  return home === "" ? undefined : join(home, ".cache");
}
