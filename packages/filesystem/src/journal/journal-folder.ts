import { isAbsolute, join, resolve } from "node:path";
import { homeFolder } from "../roots/home-folder.ts";

/** Where transactions are kept: under `--journal`, or where the system's conventions put what a program keeps. Undefined for a user without a home. */
export function journalFolder(
  given: string | undefined,
  environment: NodeJS.ProcessEnv = process.env,
): string | undefined {
  const home = homeFolder();
  if (given !== undefined) return join(resolve(given.replace(/^~(?=$|[\\/])/, () => home ?? "~")), "transactions");
  const state = stateFolder(home, environment);
  return state === undefined ? undefined : join(state, "drawbridge", "filesystem", "transactions");
}

/** The XDG Base Directory Specification takes no notice of relative paths. */
function stateFolder(
  home: string | undefined,
  { XDG_STATE_HOME, LOCALAPPDATA }: NodeJS.ProcessEnv,
): string | undefined {
  if (process.platform === "win32" && LOCALAPPDATA !== undefined && LOCALAPPDATA !== "") return LOCALAPPDATA;
  if (XDG_STATE_HOME !== undefined && isAbsolute(XDG_STATE_HOME)) return XDG_STATE_HOME;
  return home === undefined ? undefined : join(home, ".local", "state");
}
