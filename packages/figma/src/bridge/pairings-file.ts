import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/** Where pairings are kept, by the system's conventions for what a program should remember; undefined for a user without a home. */
export function pairingsFile(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const base = baseFolder(environment);
  return base === undefined ? undefined : join(base, "drawbridge", "figma", "pairings.json");
}

/** The XDG Base Directory Specification takes no notice of relative paths. */
function baseFolder({ XDG_STATE_HOME, LOCALAPPDATA }: NodeJS.ProcessEnv): string | undefined {
  if (process.platform === "win32" && LOCALAPPDATA !== undefined && LOCALAPPDATA !== "") return LOCALAPPDATA;
  if (XDG_STATE_HOME !== undefined && isAbsolute(XDG_STATE_HOME)) return XDG_STATE_HOME;
  const home = homedir();
  return home === "" ? undefined : join(home, ".local", "state");
}
