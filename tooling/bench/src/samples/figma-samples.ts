import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { BenchFailure } from "../bench-failure.ts";

/** The sandbox's Figma with the suite's documents, in a process of its own. */
export interface FigmaSamples {
  write(): Promise<void>;
  end(): Promise<void>;
  /** The address of its REST API. */
  url(): string;
  token(): string;
}

export function figmaSamples(): FigmaSamples {
  let child: ChildProcess | undefined;
  let found = { port: 0, token: "" };
  return {
    async write() {
      child = fork(fileURLToPath(new URL("../figma/serve-figma.js", import.meta.url)));
      const ended = once(child, "exit").then(() => {
        throw new BenchFailure("the Figma of the suite ended before it listened");
      });
      [found] = (await Promise.race([once(child, "message"), ended])) as [typeof found];
    },
    async end() {
      child?.disconnect();
    },
    url: () => `http://127.0.0.1:${found.port}`,
    token: () => found.token,
  };
}
