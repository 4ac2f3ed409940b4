import { identityOf } from "../../changing/places/identity-of.ts";
import { statsAt } from "../../changing/places/stats-at.ts";
import type { Places } from "../places/places.ts";
import type { Operation } from "../records/operation.ts";
import { digestAt } from "./digest-at.ts";

/** Whether a step was taken, and what it made is still as it made it. */
export async function isTaken(places: Places, operation: Operation, signal?: AbortSignal): Promise<boolean> {
  const place = places.reach(operation.at);
  if (place === undefined) return false;
  const { parent, name } = place;
  const stats = statsAt(parent, name);
  // It is the last to go: what still has it was cut short.
  if (temporaryOf(operation).some((temporary) => statsAt(parent, temporary) !== undefined)) return false;
  switch (operation.kind) {
    case "removed":
      return stats === undefined;
    case "moved":
      return stats !== undefined && identityOf(stats) === operation.identity;
    case "replaced":
      if (stats?.isFile() !== true || identityOf(stats) === operation.identity) return false;
      return (await digestAt(parent, name, signal)) === operation.digest;
    case "made":
      if (stats === undefined) return false;
      if (operation.type === "directory") return stats.isDirectory();
      if (operation.digest === undefined) return identityOf(stats) === operation.identity;
      return (await digestAt(parent, name, signal)) === operation.digest;
  }
}

function temporaryOf(operation: Operation): string[] {
  if (operation.kind === "replaced") return [operation.temporary];
  return operation.kind === "made" && operation.temporary !== undefined ? [operation.temporary] : [];
}
