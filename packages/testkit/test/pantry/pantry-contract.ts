import { fileURLToPath } from "node:url";
import type { Contract } from "../../src/contract/contract.ts";
import type { Fault } from "./fault.ts";
import { pantry } from "./pantry.ts";
import { PantryClient } from "./pantry-client.ts";

/** The contract of a pantry of its own, sound or with one fault. */
export function pantryContract(fault?: Fault): Contract {
  const client = new PantryClient();
  return {
    connector: pantry(client, fault),
    cli: fileURLToPath(new URL("../process/pantry-server.mjs", import.meta.url)),
    start: {
      argv: ["--access", "full", "--confirm", "never"],
      environment: { DRAWBRIDGE_TOKEN: "the-token-of-the-pantry" },
    },
    unreachable: { argv: ["--down", "--access", "full"] },
    calls: {
      pantry_list: [{}, { holding: "jar-1" }],
      pantry_recipe: [{ dish: "bread" }, { dish: "bread", from_line: 30 }],
      pantry_put: [
        { name: "jar-1", grams: 500 },
        { name: "jar-99", grams: 10 },
      ],
      pantry_take: [{ name: "jar-1", grams: 5 }, { name: "jar-2" }],
    },
    prompts: { cook: { dish: "soup" } },
    state: () => [...client.jars],
    restore: () => client.refill(),
    toolListBytes: 8 * 1024,
  };
}
