import { homedir } from "node:os";
import { posix, win32 } from "node:path";

/** What decides where things lie. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The machine that this runs on. */
export function thisMachine(): Machine {
  return { platform: process.platform, home: homedir(), environment: process.env };
}

/** Joins a path as the machine writes them. */
export function place(machine: Machine, ...parts: readonly string[]): string {
  return (machine.platform === "win32" ? win32 : posix).join(...parts);
}

/** The folder in which programs keep a person's configuration. */
export function configurationFolder(machine: Machine): string {
  const { platform, home, environment } = machine;
  if (platform === "win32") return environment.APPDATA || place(machine, home, "AppData", "Roaming");
  if (platform === "darwin") return place(machine, home, "Library", "Application Support");
  return environment.XDG_CONFIG_HOME || place(machine, home, ".config");
}
