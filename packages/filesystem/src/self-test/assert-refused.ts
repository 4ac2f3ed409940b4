import { ConnectorError, type ErrorCode } from "@drawbridge/core";
import { Breach } from "./breach.ts";

/** Throws `Breach` unless a piece of work is refused with the code that it should be. */
export async function assertRefused(what: string, work: () => unknown, code: ErrorCode = "refused"): Promise<void> {
  let got: unknown;
  try {
    got = await work();
  } catch (error) {
    if (ConnectorError.is(error) && error.code === code) return;
    throw new Breach(`${what}: it ended with ${(error as Error).message} in place of ${code}`);
  }
  if (typeof got === "object" && got !== null && Symbol.dispose in got) (got as Disposable)[Symbol.dispose]();
  throw new Breach(`${what}: it was not refused`);
}
