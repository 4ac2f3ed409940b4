import fc from "fast-check";
import type { Host } from "../../hosts/host.ts";
import { failureFault } from "../answers/failure-fault.ts";
import { wrongInput } from "../inputs/wrong-input.ts";
import { wrongValues } from "../inputs/wrong-values.ts";
import type { Example } from "../trial/example.ts";
import { shownCall } from "../trial/shown-call.ts";
import type { Check } from "./check.ts";

type Input = Example["input"];

const inputs = 60;
const longestSearch = 5000;

/**
 * Whatever a model makes up. What passes validation reads, or goes as far as the question to a person, who declines: nothing
 * is changed by it.
 */
export const wrongInputIsRefused: Check = {
  name: "refuses input that makes no sense, in words that help, and goes on",
  async find(trial) {
    const person = async () => ({ action: "decline" as const });
    await using host = await trial.serve({ confirm: "write", timeout: "5s" }, { person });
    const faults: string[] = [];
    const { changed } = await trial.watch(async () => {
      for (const tool of trial.connector.tools) {
        faults.push(...(await faultsOf(host, tool, trial.contract.calls[tool.name] ?? [])));
      }
    });
    if (changed) faults.push("Input that makes no sense changed the system, though a person allowed nothing");
    for (const example of trial.reads) {
      const { isError, text } = await trial.call(host, example);
      if (isError) faults.push(`${example.shown}, after input that makes no sense, ended as ${text}`);
    }
    return faults;
  },
};

async function faultsOf(host: Host, tool: Example["tool"], good: readonly Input[]): Promise<readonly string[]> {
  for (const input of wrongValues(tool, good[0])) {
    const fault = await faultOf(host, tool, input);
    if (fault !== undefined) return [fault];
  }
  let last: string | undefined;
  const property = fc.asyncProperty(wrongInput(tool, good), async (input) => {
    const fault = await faultOf(host, tool, input);
    last = fault ?? last;
    return fault === undefined;
  });
  // The last fault is that of the smallest input, as far as there was time to look for it.
  await fc.check(property, { numRuns: inputs, interruptAfterTimeLimit: longestSearch });
  return last === undefined ? [] : [last];
}

async function faultOf(host: Host, tool: Example["tool"], input: Input): Promise<string | undefined> {
  const { isError, meta, text } = await host.callTool(tool.name, input);
  const fault = isError ? failureFault(meta.code, text) : undefined;
  return fault === undefined ? undefined : `${shownCall(tool.name, input)} ${fault}`;
}
