// A connector with a secret, which it lets slip wherever it can, served by the built core.

import * as z from "zod";
import { ConnectorError, defineConnector, defineTool, option, run, UsageError } from "../../dist/index.js";

const look = defineTool({
  name: "vault_look",
  title: "Look",
  description: "Looks into the vault.",
  effect: "read",
  input: z.object({}),
  run: async () => ({ parts: [{ text: "gold" }] }),
});

function turned(hinge) {
  throw new Error(`${hinge} does not turn`);
}

await run(
  defineConnector({
    name: "vault",
    title: "Vault",
    description: "Serves a vault.",
    examples: [],
    package: new URL("../../package.json", import.meta.url),
    options: z.object({
      state: option(z.enum(["open", "shut", "silent", "jammed", "sealed", "bent", "stolen", "odd"]).default("open"), {
        description: "Of the door",
      }),
      // What a connector makes of an option before anybody can know what is secret.
      hinge: option(
        z
          .string()
          .transform((hinge) => (hinge === "" ? "" : turned(hinge)))
          .default(""),
        {
          description: "Turns the door",
        },
      ),
      polish: option(z.boolean().optional(), { description: "Polish the door instead", flagOnly: true }),
      key: option(z.string().min(8), { description: "Opens it", secret: true, environment: ["VAULT_KEY"] }),
    }),
    async verify({ state, key }) {
      if (state === "sealed") new URL(key);
      if (state === "jammed") throw new UsageError(`${key} does not turn`);
      if (state === "stolen") throw new ConnectorError("unauthorized", `${key} is refused`, { internal: `key=${key}` });
      if (state === "odd") throw key;
      if (state === "bent") {
        // Like a socket that somebody else forgot: it must not keep the process.
        setInterval(() => {}, 1000);
        // Half of a secret is known to nobody; Node's error has it in a property.
        new URL(key.slice(1));
        throw new Error("unreachable");
      }
    },
    async open({ state, key }) {
      if (state === "silent") return new Promise(() => {});
      if (state === "shut") throw new ConnectorError("unauthorized", `${key} is refused`, { internal: `key=${key}` });
      return key;
    },
    check: async (key) => ({ [key]: key }),
    *doctor({ key }) {
      yield { level: "ok", title: `The key is ${key}`, detail: encodeURIComponent(key) };
      throw new Error(`dropped ${key}`);
    },
    modes: [
      {
        option: "polish",
        async *run({ state, key }, { signal }) {
          if (state === "jammed") throw new UsageError(`${key} does not turn`);
          yield { level: "ok", title: `Polished with ${key}` };
          if (state === "odd") yield { level: "problem", title: "It does not shine", remedy: "Polish more" };
          if (state !== "silent") return;
          const idle = setInterval(() => {}, 1000);
          await new Promise((resolve) => signal.addEventListener("abort", resolve));
          clearInterval(idle);
          process.stdout.write("put away\n");
          signal.throwIfAborted();
        },
      },
    ],
    tools: [look],
  }),
);
