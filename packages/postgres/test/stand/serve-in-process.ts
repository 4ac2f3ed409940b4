import { type AnswerPerson, type Host, inProcess, openHost } from "@drawbridge/testkit";
import { postgres } from "../../src/connector.ts";

/** A host connected to a connector in this process. Close it before its database goes. */
export async function serveInProcess(argv: readonly string[], person?: AnswerPerson): Promise<Host> {
  return openHost("2025-11-25, SDK 2", inProcess(postgres, { argv }), person);
}
