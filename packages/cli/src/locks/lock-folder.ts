import { configurationFolder, type Machine, place, thisMachine } from "../hosts/machine.ts";

/** Where this program keeps what a person has accepted of connectors. */
export function lockFolder(machine: Machine = thisMachine()): string {
  const { platform, home, environment } = machine;
  if (platform === "win32" || platform === "darwin")
    return place(machine, configurationFolder(machine), "drawbridge", "locks");
  return place(machine, environment.XDG_DATA_HOME || place(machine, home, ".local", "share"), "drawbridge", "locks");
}
