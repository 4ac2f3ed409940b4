import type { Host } from "../../hosts/host.ts";
import { errorCodeOf } from "../answers/error-code-of.ts";
import { failureFault } from "../answers/failure-fault.ts";
import { hostileTexts } from "../inputs/hostile-texts.ts";
import { shownCall } from "../trial/shown-call.ts";
import type { Check } from "./check.ts";

/** One fault is often that of a hundred texts. */
const mostTold = 5;

type Arguments = Readonly<Record<string, string>>;

/** A person fills in a prompt's arguments by hand. */
export const promptsHold: Check = {
  name: "writes each prompt, and says which argument is missing, unknown or wrong",
  appliesTo: ({ connector }) => (connector.prompts ?? []).length > 0,
  async find(trial) {
    const { connector, contract } = trial;
    await using host = await trial.serve();
    const faults: string[] = [];
    for (const { name, input } of connector.prompts ?? []) {
      const given = contract.prompts?.[name] ?? {};
      const required = Object.keys(input.shape).filter(
        (key) => !input.safeParse({ ...given, [key]: undefined }).success,
      );
      if ((await host.getPrompt(name, given)).trim() === "") faults.push(`${name} writes nothing`);
      for (const wrong of [...required.map((key) => without(given, key)), { ...given, no_such_argument: "1" }]) {
        const code = await codeOf(host, name, wrong);
        if (code !== "invalid_input") faults.push(`${shownCall(name, wrong)} ended as ${code}`);
      }
      for (const text of hostileTexts()) {
        const filled = Object.fromEntries(Object.keys(input.shape).map((key) => [key, text]));
        faults.push(...(await hostileFaults(host, name, filled)));
      }
    }
    return faults.slice(0, mostTold);
  },
};

function without(given: Arguments, key: string): Arguments {
  return Object.fromEntries(Object.entries(given).filter(([name]) => name !== key));
}

async function codeOf(host: Host, name: string, input: Arguments): Promise<string> {
  return host.getPrompt(name, input).then(() => "well", errorCodeOf);
}

async function hostileFaults(host: Host, name: string, input: Arguments): Promise<readonly string[]> {
  try {
    await host.getPrompt(name, input);
    return [];
  } catch (error) {
    const fault = failureFault(errorCodeOf(error), (error as Error).message);
    return fault === undefined ? [] : [`${shownCall(name, input)} ${fault}`];
  }
}
