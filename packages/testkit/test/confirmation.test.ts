import { type CallContext, defineConnector, defineTool, type ToolContext } from "@drawbridge/core";
import { beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import type { AnswerPerson } from "../src/hosts/host.ts";
import { hostKinds } from "../src/hosts/host-kinds.ts";
import { openHost } from "../src/hosts/open-host.ts";
import { inProcess } from "../src/places/in-process.ts";

interface Cellar {
  readonly bottles: string[];
}

const bottle = z.string().describe("Its name");
let cellar: Cellar;
beforeEach(() => {
  cellar = { bottles: ["red", "white"] };
});

const pour = defineTool({
  name: "cellar_pour",
  title: "Pour away",
  description: "Pours one bottle away for good. It cannot be had back.",
  effect: "destroy",
  input: z.object({ bottle }),
  output: z.object({ left: z.number() }),
  plan: async (input, { client }: CallContext<Cellar>) => ({
    summary: `The bottle ${input.bottle}, of ${client.bottles.length}`,
    stateDigest: client.bottles.join(),
  }),
  async run(input, { client }: ToolContext<Cellar>) {
    client.bottles.splice(client.bottles.indexOf(input.bottle), 1);
    return { left: client.bottles.length };
  },
});

const count = defineTool({
  name: "cellar_count",
  title: "Count",
  description: "Counts the bottles.",
  effect: "read",
  input: z.object({}),
  output: z.object({ left: z.number() }),
  run: async (_, { client }: ToolContext<Cellar>) => ({ left: client.bottles.length }),
});

const connector = defineConnector({
  name: "cellar",
  title: "Cellar",
  description: "A cellar of bottles.",
  examples: [],
  package: new URL("../package.json", import.meta.url),
  options: z.object({}),
  open: async () => cellar,
  check: async () => ({}),
  tools: [pour, count],
});

const place = inProcess(connector, { argv: ["--access", "full"] });

describe.each(hostKinds)("a call that destroys, through %s", (kind) => {
  const pourWith = async (person?: AnswerPerson) => {
    const host = await openHost(kind, place, person);
    return host.callTool("cellar_pour", { bottle: "red" }).finally(() => host.close());
  };

  it("runs once when the person allows it, who is shown what it does", async () => {
    const asked: string[] = [];
    const answer = await pourWith(async (question) => {
      asked.push(question);
      return { action: "accept", content: { allow: true } };
    });
    expect([answer.isError, answer.structured]).toEqual([false, { left: 1 }]);
    expect(asked).toEqual([expect.stringMatching(/Pour away \(cellar_pour\).*destroys.*The bottle red, of 2/s)]);
  });

  it.each([
    ["declines", { action: "decline" }],
    ["goes away", { action: "cancel" }],
    ["sends the form off without allowing", { action: "accept", content: { allow: false } }],
    ["has a host that sends the form off empty", { action: "accept", content: {} }],
  ] as const)("does not run when the person %s", async (_, answer) => {
    const refused = await pourWith(async () => answer);
    expect([refused.meta.code, cellar.bottles]).toEqual(["refused", ["red", "white"]]);
  });

  it("does not run when what was shown changed while the person thought", async () => {
    const refused = await pourWith(async () => {
      cellar.bottles.push("rosé");
      return { action: "accept", content: { allow: true } };
    });
    expect([refused.meta.code, cellar.bottles.length]).toEqual(["conflict", 3]);
  });

  it("does not run where the host cannot ask", async () => {
    const refused = await pourWith();
    expect([refused.meta.code, cellar.bottles.length]).toEqual(["needs_confirmation", 2]);
  });

  it("leaves a person alone when nothing is destroyed", async () => {
    const host = await openHost(kind, place, async () => {
      throw new Error("Nobody should be asked");
    });
    expect((await host.callTool("cellar_count")).structured).toEqual({ left: 2 });
    await host.close();
  });
});

it("lets other calls through while a person thinks", async () => {
  const narrow = inProcess(connector, { argv: ["--access", "full", "--concurrency", "1"] });
  const counted: unknown[] = [];
  const host = await openHost("2025-11-25, SDK 2", narrow, async () => {
    counted.push((await host.callTool("cellar_count")).structured);
    return { action: "accept", content: { allow: true } };
  });
  expect((await host.callTool("cellar_pour", { bottle: "red" })).isError).toBe(false);
  expect(counted).toEqual([{ left: 2 }]);
  await host.close();
});
