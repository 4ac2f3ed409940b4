import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ConnectorError } from "@drawbridge/core";
import type { ParseRequest } from "./parse-request.ts";
import type { ParseAnswer, Parsed } from "./parsed.ts";
import { Turns } from "./turns.ts";

/** Processes for all callers together: each may take as much memory as `parsing/process.ts` lets it. */
const turns = new Turns(2);

/** With this code the process says that the fault is ours. */
const ourFault = 1;

/**
 * Parses a document in a process of its own, since parsers of foreign formats can be made to run without end, to grow, and
 * to crash. It has limits of its own, and is killed when the signal says so. Throws `invalid_input` for a document that is
 * broken, `refused` for one that takes too much.
 */
export async function parseApart(request: ParseRequest, signal: AbortSignal): Promise<Parsed> {
  using _turn = await turns.take();
  signal.throwIfAborted();
  // It sees no environment, and its output, which would be taken for the protocol's, goes nowhere.
  const child = fork(program(), {
    env: {},
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  try {
    const answer = await answerOf(child, request, signal);
    if ("problem" in answer) throw new ConnectorError(answer.problem.code, answer.problem.message);
    return answer;
  } finally {
    child.kill("SIGKILL");
  }
}

function answerOf(child: ChildProcess, request: ParseRequest, signal: AbortSignal): Promise<ParseAnswer> {
  return new Promise((resolve, reject) => {
    child.once("message", (answer) => resolve(answer as ParseAnswer));
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === ourFault) reject(new Error("The process that parses documents failed"));
      else resolve({ problem: { code: "refused", message: "The document makes its parser crash." } });
    });
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    // That it is gone already, its exit tells.
    child.send(request, () => {});
  });
}

/** The package is asked by its name: this code lies elsewhere in the program, in the compiled files and in the source. */
function program(): string {
  const manifest = createRequire(import.meta.url).resolve("@drawbridge/filesystem/package.json");
  return join(dirname(manifest), "dist", "parsing", "process.js");
}
