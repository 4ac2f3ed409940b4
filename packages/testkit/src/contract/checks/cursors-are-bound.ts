import { isDeepStrictEqual } from "node:util";
import type { ToolAnswer } from "../../hosts/host.ts";
import { nextCursorOf } from "../answers/next-cursor-of.ts";
import { budgets } from "../trial/budgets.ts";
import type { Example } from "../trial/example.ts";
import type { Trial } from "../trial/trial.ts";
import type { Check } from "./check.ts";

const flags = { "max-result-bytes": budgets.smallest };

/** A place of one listing is nowhere in another. */
export const cursorsAreBound: Check = {
  name: "takes a cursor only in the call, and by the process, that it came from",
  appliesTo: ({ connector }) => connector.tools.some(({ pages }) => pages !== undefined),
  async find(trial) {
    await using host = await trial.serve(flags);
    await using restarted = await trial.serve(flags);
    const faults: string[] = [];
    for (const example of trial.examples.filter(({ tool }) => tool.pages !== undefined)) {
      const { tool, input, shown } = example;
      const cursor = nextCursorOf(await host.callTool(tool.name, input));
      if (cursor === undefined) continue;
      const elsewhere = await restarted.callTool(tool.name, { ...input, cursor });
      if (!isHelpful(elsewhere)) faults.push(`${shown}: its cursor, in another process, ended as ${elsewhere.text}`);
      for (const other of othersOf(trial, example)) {
        const answer = await host.callTool(tool.name, { ...other.input, cursor });
        if (!isHelpful(answer)) faults.push(`${other.shown} took the cursor of ${shown}`);
      }
    }
    return faults;
  },
};

/** Calls of the same tool that ask for something else. */
function othersOf({ examples }: Trial, { tool, input }: Example): readonly Example[] {
  const parsed = tool.input.parse(input);
  return examples.filter((other) => other.tool === tool && !isDeepStrictEqual(tool.input.parse(other.input), parsed));
}

function isHelpful({ meta, text }: ToolAnswer): boolean {
  return meta.code === "invalid_input" && text.includes("cursor");
}
