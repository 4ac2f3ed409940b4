import { execFileSync } from "node:child_process";

/** PostgreSQL refuses to run as root; it is then run as the first of these that the system knows. */
const names = ["postgres", "nobody"];

/** Whom to run PostgreSQL as; nothing where this process is not root, and runs it as itself. */
export function unprivilegedUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of names) {
    try {
      const [uid, gid] = ["-u", "-g"].map((which) => Number(execFileSync("id", [which, name], { stdio: "pipe" })));
      if (uid !== undefined && gid !== undefined) return { uid, gid };
    } catch {
      // The system does not know that one.
    }
  }
  throw new Error(`PostgreSQL cannot run as root, and there is none of the users ${names.join(", ")} to run it as`);
}
