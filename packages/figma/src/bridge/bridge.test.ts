import { ConnectorError } from "@drawbridge/core";
import { afterEach, expect, it } from "vitest";
import { bridgeStand } from "../../test/stand/bridge-stand.ts";
import type { Request } from "./requests.ts";

const stand = bridgeStand();
afterEach(() => stand.close());

const selected = { page: { id: "0:1", name: "Page 1" }, nodes: [] };

it("pairs a plugin by the code and asks it for the selection", async () => {
  const bridge = await stand.open();
  const plugin = stand.plugin(bridge, { answer: ({ type }) => (type === "selection" ? selected : undefined) });
  await plugin.reaches("unpaired");
  plugin.end.pair(bridge.code);
  await plugin.reaches("connected");
  const [channel] = bridge.channels;
  await expect(channel?.ask({ type: "selection" }, { signal: stand.signal })).resolves.toEqual(selected);
});

it("knows a plugin again by its pairing, without a code, and after the connector was started anew", async () => {
  const first = await stand.open();
  const plugin = stand.plugin(first, { answer: () => selected });
  await plugin.reaches("unpaired");
  plugin.end.pair(first.code);
  await plugin.reaches("connected");
  await first.close();
  const second = await stand.open({ port: first.port });
  await expect.poll(() => second.channels.length, { timeout: 15_000 }).toBe(1);
  await expect(second.channels[0]?.ask({ type: "selection" }, { signal: stand.signal })).resolves.toEqual(selected);
});

it("asks again after a broken connection, with the same key", async () => {
  const bridge = await stand.open();
  const asked: Request[] = [];
  const plugin = await stand.paired(bridge, {
    answer: (request) => {
      asked.push(request);
      if (asked.length > 1) return selected;
      plugin.break();
      return undefined;
    },
  });
  await expect(bridge.channels[0]?.ask({ type: "selection" }, { signal: stand.signal })).resolves.toEqual(selected);
  expect(asked).toHaveLength(2);
  expect(asked[1]).toEqual(asked[0]);
});

it("tells the caller at once that the plugin was closed in the middle of a plan", async () => {
  const bridge = await stand.open();
  const plugin = await stand.paired(bridge, {
    answer: () => {
      plugin.end.stop();
      return undefined;
    },
  });
  const plan = { operations: [{ kind: "remove" }], dryRun: false };
  const applied = bridge.channels[0]?.ask({ type: "apply", plan }, { signal: stand.signal });
  await expect(applied).rejects.toThrow(
    /The plugin was closed before it had said that the plan is applied.*rolled back/,
  );
  expect(bridge.channels).toHaveLength(0);
});

it("tells a plugin to stop what its caller no longer wants", async () => {
  const bridge = await stand.open();
  const stop = new AbortController();
  const asked: string[] = [];
  await stand.paired(bridge, {
    answer: ({ type }) => {
      asked.push(type);
      stop.abort();
      return undefined;
    },
  });
  const plan = { operations: [{ kind: "remove" }], dryRun: false };
  await expect(bridge.channels[0]?.ask({ type: "apply", plan }, { signal: stop.signal })).rejects.toThrow(/roll/);
  await expect.poll(() => asked).toEqual(["apply", "cancel"]);
});

it("carries a document of many megabytes, and tells of one that is too large", async () => {
  const bridge = await stand.open();
  const children = Array.from({ length: 20_000 }, (_, at) => ({ id: `1:${at}`, name: "é".repeat(50), type: "FRAME" }));
  const value = {
    version: 1,
    document: { id: "0:0", type: "DOCUMENT", children },
    components: {},
    componentSets: {},
    styles: {},
    hashes: {},
    missing: [],
  };
  await stand.paired(bridge, {
    answer: (request) => (request.type === "read" && request.depth === 0 ? { base64: "x".repeat(26_000_000) } : value),
  });
  const [channel] = bridge.channels;
  await expect(channel?.ask({ type: "read" }, { signal: stand.signal })).resolves.toEqual(value);
  await expect(channel?.ask({ type: "read", depth: 0 }, { signal: stand.signal })).rejects.toThrow(/too large/);
});

it("passes on what the plugin says of a plan that cannot be applied", async () => {
  const bridge = await stand.open();
  await stand.paired(bridge, {
    fail: {
      code: "invalid",
      message: "FILL needs auto layout.",
      operation: 3,
      mend: "Set a layout first.",
      rolledBack: true,
    },
  });
  const plan = { operations: [{ kind: "set" }], dryRun: false };
  const failure = await bridge.channels[0]
    ?.ask({ type: "apply", plan }, { signal: stand.signal })
    .catch((error) => error);
  expect(ConnectorError.is(failure) && failure.code).toBe("invalid_input");
  expect(failure.message).toBe(
    "Operation 3: FILL needs auto layout. Set a layout first. What the plan had done before is undone: the file is as it was.",
  );
});
