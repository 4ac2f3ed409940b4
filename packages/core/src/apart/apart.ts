import { type ChildProcess, fork } from "node:child_process";
import { ConnectorError } from "../errors/connector-error.ts";
import type { ApartProblem } from "./apart-problem.ts";
import { Turns } from "./turns.ts";

/** With this code the process says that the fault is ours. */
const ourFault = 1;

/**
 * Work that is done in a process of its own, since parsers of foreign formats can be made to run without end, to grow, and
 * to crash. The program is one that calls `serveApart`, which limits it; each request has its own process.
 */
export class Apart {
  readonly #program: () => string;
  readonly #turns: Turns;

  /**
   * @param program where the program lies, asked at the first request
   * @param atOnce processes for all callers together: each may take as much memory as its limits let it
   */
  constructor(program: () => string, atOnce: number) {
    this.#program = program;
    this.#turns = new Turns(atOnce);
  }

  /**
   * Answers what the program makes of the request. The process is killed when the signal says so. Throws `invalid_input`
   * for what is broken, `refused` for what takes too much.
   */
  async ask<A extends object>(request: object, signal: AbortSignal): Promise<A> {
    using _turn = await this.#turns.take();
    signal.throwIfAborted();
    // It sees no environment, and its output, which would be taken for the protocol's, goes nowhere.
    const child = fork(this.#program(), {
      env: {},
      execArgv: [],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const done = new AbortController();
    try {
      const answer = await answerOf<A>(child, request, { signal, done: done.signal });
      if ("problem" in answer) throw new ConnectorError(answer.problem.code, answer.problem.message);
      return answer;
    } finally {
      done.abort();
      child.kill("SIGKILL");
    }
  }
}

type Answer<A> = A | { readonly problem: ApartProblem };

function answerOf<A extends object>(
  child: ChildProcess,
  request: object,
  { signal, done }: { readonly signal: AbortSignal; readonly done: AbortSignal },
): Promise<Answer<A>> {
  return new Promise((resolve, reject) => {
    child.once("message", (answer) => resolve(answer as Answer<A>));
    child.once("error", reject);
    child.once("exit", (code) => {
      const judge = () => {
        if (code === ourFault) reject(new Error("The process that parses documents failed"));
        else resolve({ problem: { code: "refused", message: "The document makes its parser crash." } });
      };
      // An answer that it gave before may still be on its way: it comes before the end of the channel.
      if (child.connected) child.once("disconnect", judge);
      else judge();
    });
    signal.addEventListener("abort", () => reject(signal.reason), { once: true, signal: done });
    // That it is gone already, its exit tells.
    child.send(request, () => {});
  });
}
