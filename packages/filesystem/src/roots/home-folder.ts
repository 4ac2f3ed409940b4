import { homedir } from "node:os";

/** Undefined for a user who has none: a number without an entry in the system's list of users, as in containers. */
export function homeFolder(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}
