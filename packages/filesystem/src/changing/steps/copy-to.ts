import { renameSync } from "node:fs";
import type { HeldEntry } from "@drawbridge/core";
import { type EntryType, entryType } from "../../paths/entry-type.ts";
import { assertAsSeen } from "../assertions/assert-as-seen.ts";
import { type Copying, copyEntry } from "../disk/copy-entry.ts";
import type { Place } from "../places/place.ts";
import { whereOf } from "../places/where-of.ts";
import type { Step } from "./step.ts";

/** Puts a copy where nothing stands: whole or not at all, from a temporary name beside it. */
export function copyTo(from: HeldEntry, to: Place, temporary: string, copying: Copying): Step {
  const operation = { kind: "made" as const, at: whereOf(to), type: madeType(entryType(from.stats)), temporary };
  return {
    operation,
    async prepare() {
      const digest = await copyEntry(from, to.parent, temporary, copying);
      // Known only now, and needed to tell the copy from anything else that may stand there later.
      Object.assign(operation, { digest });
    },
    apply() {
      assertAsSeen(to);
      to.parent.withPath(temporary, (path) => to.parent.withPath(to.name, (target) => renameSync(path, target)));
    },
    folders: [to.parent],
  };
}

function madeType(type: EntryType): "file" | "symlink" | "tree" {
  return type === "file" || type === "symlink" ? type : "tree";
}
