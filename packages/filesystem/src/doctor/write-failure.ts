import type { Finding } from "@drawbridge/core";
import type { GrantedRoot } from "./granted-root.ts";

/**
 * A root that grants writing where the system does not.
 *
 * @param code the system's error: `EROFS`, `EACCES` …
 */
export function writeFailure({ path, access }: GrantedRoot, code: string): Finding {
  const [because, mend] =
    code === "EROFS"
      ? ["it is mounted read-only", "mount it for writing"]
      : ["this user may not write there", `chmod u+w ${JSON.stringify(path)}`];
  return {
    level: "warning",
    title: `The root ${path} grants ${access}, and ${because}`,
    remedy: `Grant ${path}:read, or ${mend}`,
  };
}
