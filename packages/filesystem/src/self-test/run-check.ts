import type { Finding } from "@drawbridge/core";
import { Breach } from "./breach.ts";
import type { Check } from "./check.ts";
import type { Stand } from "./stand.ts";

const remedy =
  "Serve nothing from here with this version, and report it: https://github.com/drawbridge-mcp/drawbridge/blob/main/SECURITY.md";

/** What a check finds. Throws only the stand's signal's reason. */
export async function runCheck({ claim, danger, run }: Check, stand: Stand): Promise<Finding> {
  try {
    const seen = await run(stand);
    return typeof seen === "string" ? { level: "ok", title: claim, detail: seen } : seen;
  } catch (error) {
    stand.signal.throwIfAborted();
    const { message, code } = error as NodeJS.ErrnoException;
    if (error instanceof Breach)
      return { level: "problem", title: `Does not hold: ${claim}`, detail: `${message}. ${danger}`, remedy };
    return {
      level: "problem",
      title: `Could not be tested: ${claim}`,
      detail: message,
      remedy:
        code === "ENOSPC" || code === "EDQUOT"
          ? "Make room on the disk, and run --self-test again"
          : `${remedy}, with the line above`,
    };
  } finally {
    await stand.close();
  }
}
