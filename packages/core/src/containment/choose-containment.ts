import { UsageError } from "../options/usage-error.ts";
import type { Containment } from "./containment.ts";
import { descriptorWalk } from "./descriptor-walk.ts";
import { handleComparison } from "./handle-comparison.ts";
import { nofollowAnyOpens } from "./nofollow-any.ts";

/** The mechanism of this platform. Throws where there is none: without containment nothing is served. */
export function chooseContainment(platform: NodeJS.Platform = process.platform): Containment {
  if (platform === "linux") return tried(descriptorWalk);
  if (platform === "darwin") return nofollowAnyOpens;
  if (platform === "win32") return handleComparison;
  throw new UsageError(`files cannot be contained on ${platform}; Linux, macOS and Windows are supported`);
}

/** Some containers and sandboxes hide /proc, without which the walk has nothing to stand on. */
function tried(containment: Containment): Containment {
  try {
    using directory = containment.openRoot("/");
    directory.stat(".");
    return containment;
  } catch {
    throw new UsageError("files cannot be contained without /proc; mount it and start again");
  }
}
