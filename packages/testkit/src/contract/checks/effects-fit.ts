import type { Effect } from "@drawbridge/core";
import fc from "fast-check";
import { wrongInput } from "../inputs/wrong-input.ts";
import { wrongValues } from "../inputs/wrong-values.ts";
import { effectOf } from "../trial/effect-of.ts";
import type { Example } from "../trial/example.ts";
import { highestEffectOf } from "../trial/highest-effect-of.ts";
import { shownCall } from "../trial/shown-call.ts";
import type { Check } from "./check.ts";

const rank: Readonly<Record<Effect, number>> = { read: 0, write: 1, destroy: 2 };
const inputs = 300;

/** A call is listed by the lowest effect of its tool and annotated by the highest: one outside is neither. */
export const effectsFit: Check = {
  name: "gives every call an effect between the lowest and the highest of its tool",
  async find({ connector, examples }) {
    const faults = connector.tools.map(async (tool) => {
      const given = examples.filter((example) => example.tool === tool).map(({ input }) => input);
      return [...declarationFaults(tool), ...(await firstFault([...given, ...taken(tool, given)], tool))];
    });
    return (await Promise.all(faults)).flat();
  },
};

function declarationFaults(tool: Example["tool"]): readonly string[] {
  const { name, effect, additive } = tool;
  const isTurned = typeof effect !== "string" && rank[effect.lowest] > rank[effect.highest];
  return [
    ...(isTurned ? [`${name} has a lowest effect above its highest`] : []),
    ...(additive === true && highestEffectOf(tool) !== "write" ? [`${name} is additive, and does not only write`] : []),
  ];
}

/** What was made for the tool and it takes. */
function taken(tool: Example["tool"], given: readonly Example["input"][]): readonly Example["input"][] {
  if (typeof tool.effect === "string") return [];
  const made = [...wrongValues(tool, given[0]), ...fc.sample(wrongInput(tool, given), inputs)];
  return made.filter((input) => tool.input.safeParse(input).success);
}

async function firstFault(calls: readonly Example["input"][], tool: Example["tool"]): Promise<readonly string[]> {
  for (const input of calls) {
    const fault = await effectFault(tool, input);
    if (fault !== undefined) return [`${shownCall(tool.name, input)}: ${fault}`];
  }
  return [];
}

async function effectFault(tool: Example["tool"], input: Example["input"]): Promise<string | undefined> {
  const { effect } = tool;
  if (typeof effect === "string") return undefined;
  try {
    const own = await effectOf(tool, input);
    const fits = rank[own] >= rank[effect.lowest] && rank[own] <= rank[effect.highest];
    return fits ? undefined : `its effect is ${own}, outside of ${effect.lowest} to ${effect.highest}`;
  } catch (error) {
    return `its effect cannot be told: ${(error as Error).message}`;
  }
}
