import type { RawServer } from "@drawbridge/testkit";
import { type Crash, startCrashing } from "./start-crashing.ts";

/** A tool and what it is given. */
export type Call = readonly [tool: string, input: Readonly<Record<string, unknown>>];

/** Makes one call of a server that is killed meanwhile. Returns whether it answered: then all its changes are survived. */
export async function callCrashing(argv: readonly string[], crash: Crash, [name, input]: Call): Promise<boolean> {
  const server = startCrashing(argv, crash);
  const isSurvived = await answers(server, name, input);
  server.endInput();
  await server.exited;
  return isSurvived;
}

async function answers(server: RawServer, name: string, input: Call[1]): Promise<boolean> {
  try {
    await server.initialize();
    const { result } = await server.request("tools/call", { name, arguments: input });
    if (result?.isError === true) throw new Error(`${name} was refused: ${JSON.stringify(result.content)}`);
    return true;
  } catch (error) {
    if ((error as Error).message.startsWith("The server ended with null")) return false;
    throw error;
  }
}
