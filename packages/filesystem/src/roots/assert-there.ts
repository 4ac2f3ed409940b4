import { ConnectorError } from "@drawbridge/core";
import type { Root } from "./root.ts";

/** A root that was removed stays held, and would look like an empty folder for ever. Nothing can be reached in it. */
export function assertThere({ directory, given }: Root): void {
  if (directory.self().nlink > 0n) return;
  throw new ConnectorError(
    // Trying again would not help, which `unavailable` would promise.
    "refused",
    `The root ${given} was removed, or another was put in its place, since this server started. A person has to restart it.`,
  );
}
