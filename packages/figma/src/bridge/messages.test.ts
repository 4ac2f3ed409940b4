import { expect, it } from "vitest";
import { bridgePorts } from "./bridge-ports.ts";
import { connectorMessageSchema, pluginMessageSchema } from "./messages.ts";

const key = "0123456789abcdef";

it("takes each request of the connector, and none with a field too many", () => {
  const apply = { type: "apply", key, plan: { operations: [{ kind: "remove" }], dryRun: false } };
  expect(connectorMessageSchema.safeParse(apply).success).toBe(true);
  expect(connectorMessageSchema.safeParse({ ...apply, extra: 1 }).success).toBe(false);
  expect(connectorMessageSchema.safeParse({ type: "selection", key }).success).toBe(true);
  expect(connectorMessageSchema.safeParse({ type: "evaluate", key, code: "1" }).success).toBe(false);
});

it("takes no plan that is empty or too long", () => {
  const plan = (length: number) => ({
    type: "apply",
    key,
    plan: { operations: Array.from({ length }, () => ({ kind: "remove" })), dryRun: true },
  });
  expect(connectorMessageSchema.safeParse(plan(0)).success).toBe(false);
  expect(connectorMessageSchema.safeParse(plan(2_000)).success).toBe(true);
  expect(connectorMessageSchema.safeParse(plan(2_001)).success).toBe(false);
});

it("takes replies of a plugin, and nothing that a connector would say", () => {
  expect(pluginMessageSchema.safeParse({ type: "result", key, value: 1 }).success).toBe(true);
  expect(pluginMessageSchema.safeParse({ type: "welcome", protocol: 1, version: "1.0.0" }).success).toBe(false);
});

it("names ten ports that no outgoing connection is given", () => {
  expect(new Set(bridgePorts).size).toBe(10);
  expect(Math.max(...bridgePorts)).toBeLessThan(32_768);
});
