import { describeOptions } from "@drawbridge/core";
import { describe, expect, it } from "vitest";
import { lintDefinitions } from "../definitions/lint-definitions.ts";
import { openHost } from "../hosts/open-host.ts";
import { inProcess } from "../places/in-process.ts";
import type { Contract } from "./contract.ts";

interface ObjectSchema {
  readonly properties?: Record<string, { readonly description?: string }>;
  readonly additionalProperties?: unknown;
}

/** What can be seen of a connector without calling a tool. */
export function describeDeclaration({
  connector,
  start,
  calls,
  apart = [],
  toolListBytes,
  knownNames = [],
}: Contract): void {
  describe("its declaration", () => {
    const listed = async () => {
      const host = await openHost("2025-11-25, SDK 2", inProcess(connector, start));
      return host.listTools().finally(() => host.close());
    };

    it("names every tool with one prefix, in snake case", () => {
      const prefixes = new Set(connector.tools.map(({ name }) => name.split("_")[0]));
      expect(prefixes.size).toBe(1);
      for (const { name } of connector.tools) expect(name).toMatch(/^[a-z]+(_[a-z]+)+$/);
    });

    it("gives every tool a title, and a description that says more than the title", async () => {
      for (const tool of await listed()) {
        expect(tool.title, tool.name).toBeTruthy();
        expect(tool.description?.length, tool.name).toBeGreaterThan(60);
      }
    });

    it("describes every argument whose name does not say all", async () => {
      for (const tool of await listed()) {
        const all = Object.entries((tool.inputSchema as ObjectSchema).properties ?? {});
        const properties = all.filter(([name]) => !knownNames.includes(name));
        const described = properties.filter(([, { description }]) => description !== undefined);
        expect(described.length, tool.name).toBeGreaterThanOrEqual(properties.length / 2);
      }
    });

    it("says in every input schema that unknown arguments are refused", async () => {
      for (const tool of await listed()) {
        expect((tool.inputSchema as ObjectSchema).additionalProperties, tool.name).toBe(false);
      }
    });

    it("marks tools as read-only exactly where their effect is to read", async () => {
      const tools = new Map((await listed()).map((tool) => [tool.name, tool]));
      for (const { name, effect } of connector.tools) {
        const highest = typeof effect === "string" ? effect : effect.highest;
        expect(tools.get(name)?.annotations?.readOnlyHint, name).toBe(highest === "read");
      }
    });

    it.each(["tools", "resources", "prompts"])(
      "has nothing in the texts of its %s that hides, orders or misleads",
      (part) => {
        expect(lintDefinitions(connector).filter(({ where }) => where.startsWith(`${part}.`))).toEqual([]);
      },
    );

    it("has nothing in its instructions, options and names that hides, orders or misleads", () => {
      const ofParts = /^(?:tools|resources|prompts)\./;
      expect(lintDefinitions(connector).filter(({ where }) => !ofParts.test(where))).toEqual([]);
    });

    it("keeps its tool list within its budget", async () => {
      expect(Buffer.byteLength(JSON.stringify(await listed()))).toBeLessThanOrEqual(toolListBytes);
    });

    it("describes every option", () => {
      for (const { name, description } of describeOptions(connector.options))
        expect(description.length, name).toBeGreaterThan(10);
    });

    it("has a call in this contract for every tool", () => {
      const called = connector.tools.map(({ name }) => name).filter((name) => !apart.includes(name));
      expect(Object.keys(calls).sort()).toEqual(called.sort());
    });
  });
}
