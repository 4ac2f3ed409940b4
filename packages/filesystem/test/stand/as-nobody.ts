import { chmodSync } from "node:fs";

/**
 * Runs with the rights of a user who owns nothing, where the tests run as root, whom no mode of a file stops.
 *
 * @param folder that user can enter it
 */
export async function asNobody(folder: string, work: () => Promise<void>): Promise<void> {
  if (process.getuid?.() !== 0) return work();
  chmodSync(folder, 0o755);
  process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    process.seteuid?.(0);
  }
}
