import { highestEffectOf } from "../trial/highest-effect-of.ts";
import type { Check } from "./check.ts";

/** Nobody is asked before a call that reads, and every access admits it. */
export const readsChangeNothing: Check = {
  name: "changes nothing by what only reads",
  async find(trial) {
    const { connector, contract, reads } = trial;
    const writer = connector.tools.find((tool) => highestEffectOf(tool) !== "read");
    if (writer !== undefined && contract.state === undefined) {
      return [`${writer.name} can change something; the contract needs a state, in which that is seen`];
    }
    await using host = await trial.serve();
    const faults: string[] = [];
    for (const example of reads) {
      const { changed } = await trial.watch(() => host.callTool(example.tool.name, example.input));
      if (changed) faults.push(`${example.shown} reads, by its own word, and changed the system`);
    }
    if ((connector.resources ?? []).length === 0) return faults;
    const { changed } = await trial.watch(async () => {
      for (const { uri } of (await host.listResources()).slice(0, 20)) await host.readResource(uri).catch(() => {});
    });
    return changed ? [...faults, "A resource was listed or read, and that changed the system"] : faults;
  },
};
