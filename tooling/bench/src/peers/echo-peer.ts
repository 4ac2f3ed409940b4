import { fileURLToPath } from "node:url";
import { sampleText } from "../samples/sample-text.ts";
import { bundleProgram } from "./bundle-program.ts";
import type { EchoTask } from "./echo-task.ts";
import type { Peer, Setup } from "./peer.ts";
import type { Task } from "./task.ts";
import { textOf } from "./text-of.ts";

interface EchoProgram {
  /** The head of its column. */
  readonly name: string;
  readonly source: URL;
  version(): Promise<string>;
  /** What its package.json says beside its name. */
  readonly manifest: object;
  flags(setup: Setup): readonly string[];
}

/** What is echoed. */
export const echoedText = sampleText(1024);

/** A server of core's echo tools. */
export function echoPeer({ name, source, version, manifest, flags }: EchoProgram): Peer<EchoTask> {
  let program = "";
  return {
    name,
    version,
    async prepare() {
      program = await bundleProgram(`echo-${name}`, manifest, fileURLToPath(source));
    },
    arguments: (setup) => [program, ...flags(setup)],
    tasks: {
      "echo text": { call: () => callOf("echo_text"), items: (result) => [textOf(result)] },
      "echo record": {
        call: () => callOf("echo_record"),
        items: ({ structuredContent }) => [recordedText(structuredContent)],
      },
    },
  };
}

function callOf(tool: string): ReturnType<Task["call"]> {
  return { name: tool, arguments: { text: echoedText } };
}

function recordedText(record: unknown): string {
  return (record as { text?: string } | undefined)?.text ?? "";
}
