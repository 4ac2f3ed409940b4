import { renameSync } from "node:fs";
import type { HeldDirectory } from "@drawbridge/core";
import { assertAsSeen } from "../assertions/assert-as-seen.ts";
import type { Place } from "../places/place.ts";
import { whereOf } from "../places/where-of.ts";
import { placeExclusively } from "./place-exclusively.ts";
import type { Step } from "./step.ts";

/** What is to be made, and how. */
export interface Making {
  readonly type: "file" | "tree";
  readonly temporary: string;
  /** Makes it under the temporary name. Returns what tells its content, as `digestAt` does. */
  make(parent: HeldDirectory, temporary: string): Promise<string>;
}

/** Puts a file or a whole tree where nothing stands: all of it or nothing, from a temporary name beside it. */
export function makeWhole(place: Place, { type, temporary, make }: Making): Step {
  const { parent, name, path } = place;
  const operation = { kind: "made" as const, at: whereOf(place), type, temporary };
  return {
    operation,
    async prepare() {
      const digest = await make(parent, temporary);
      // Known only now, and needed to tell it from anything else that may stand there later.
      Object.assign(operation, { digest });
    },
    apply() {
      if (type === "file") return placeExclusively(parent, temporary, name, path);
      assertAsSeen(place);
      parent.withPath(temporary, (from) => parent.withPath(name, (to) => renameSync(from, to)));
    },
    folders: [parent],
  };
}
