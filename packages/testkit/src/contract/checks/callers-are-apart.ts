import type { Host } from "../../hosts/host.ts";
import { lastingPart } from "../answers/lasting-part.ts";
import type { Example } from "../trial/example.ts";
import type { Check } from "./check.ts";

const atOnce = 32;

/** One client serves all calls: what a call leaves in it, or in a module, another finds. */
export const callersAreApart: Check = {
  name: `answers ${atOnce} calls at once as it answers each alone`,
  async find(trial) {
    if (trial.reads.length === 0) return [];
    await using host = await trial.serve();
    const alone = await oneByOne(host, trial.reads);
    const calls = Array.from({ length: Math.max(atOnce, trial.reads.length) }, (_, call) => call % trial.reads.length);
    const together = await Promise.all(calls.map((index) => answerOf(host, trial.reads[index])));
    const other = new Set(calls.filter((index, call) => together[call] !== alone[index]));
    if (other.size === 0) return [];
    // What differs from one time to the next by itself says nothing.
    const again = await oneByOne(host, trial.reads);
    return [...other]
      .filter((index) => again[index] === alone[index])
      .map((index) => `${trial.reads[index]?.shown} answers something else while other calls run`);
  },
};

async function oneByOne(host: Host, examples: readonly Example[]): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const example of examples) answers.push(await answerOf(host, example));
  return answers;
}

async function answerOf(host: Host, example: Example | undefined): Promise<string> {
  return example === undefined ? "" : lastingPart(await host.callTool(example.tool.name, example.input));
}
