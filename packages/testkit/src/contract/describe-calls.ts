import { readFileSync } from "node:fs";
import type { Connector } from "@drawbridge/core";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Host } from "../hosts/host.ts";
import type { HostKind } from "../hosts/host-kind.ts";
import { openHost } from "../hosts/open-host.ts";
import type { Place } from "../places/place.ts";
import type { Contract } from "./contract.ts";

const invalidParams = -32602;

/** Every tool called through one kind of host at one place. */
export function describeCalls(
  { connector, calls, restore, prompts = {}, subscription }: Contract,
  kind: HostKind,
  place: Place,
): void {
  describe(`${place.name}, ${kind}`, () => {
    let host: Host;
    beforeAll(async () => {
      host = await openHost(kind, place);
    });
    afterAll(() => host.close());
    beforeEach(() => restore?.(place.principal));

    it("announces the version of its package", () => {
      expect(host.server.version).toBe(versionOf(connector));
    });

    it("lists its tools", async () => {
      const names = (await host.listTools()).map(({ name }) => name);
      expect(names.sort()).toEqual(connector.tools.map(({ name }) => name).sort());
    });

    for (const tool of connector.tools) {
      const examples = calls[tool.name] ?? [];

      it(`${tool.name} answers, on one channel`, async () => {
        for (const input of examples) {
          await restore?.(place.principal);
          const answer = await host.callTool(tool.name, input);
          expect(answer.isError, answer.text).toBe(false);
          if (tool.output === undefined) {
            expect(answer.structured).toBeUndefined();
          } else {
            tool.output.parse(answer.structured);
            expect(JSON.parse(answer.text)).toEqual(answer.structured);
          }
        }
      });

      it(`${tool.name} refuses an argument that it does not have, and goes on`, async () => {
        const [first = {}] = examples;
        const refused = await host.callTool(tool.name, { ...first, no_such_argument: 1 });
        expect(refused.isError).toBe(true);
        expect(refused.meta.code).toBe("invalid_input");
        expect(refused.text).toContain("no_such_argument");
        expect((await host.callTool(tool.name, first)).isError).toBe(false);
      });

      it(`${tool.name} refuses arguments of the wrong type`, async () => {
        const [first = {}] = examples;
        for (const name of Object.keys(tool.input.shape)) {
          const refused = await host.callTool(tool.name, { ...first, [name]: { wrong: ["type"] } });
          expect(refused.meta.code, name).toBe("invalid_input");
        }
      });

      if (tool.pages === undefined) continue;
      it(`${tool.name} refuses a cursor that it did not make`, async () => {
        for (const cursor of ["AAAA", "", "not a cursor", Buffer.alloc(200).toString("base64url")]) {
          const refused = await host.callTool(tool.name, { ...examples[0], cursor });
          expect(refused.meta.code, refused.text).toBe("invalid_input");
        }
      });
    }

    it("answers a tool that does not exist with an error of the protocol", async () => {
      await expect(host.callTool("no_such_tool")).rejects.toMatchObject({ code: invalidParams });
    });

    for (const { name } of connector.prompts ?? []) {
      it(`writes the prompt ${name}`, async () => {
        expect((await host.listPrompts()).map((prompt) => prompt.name)).toContain(name);
        expect(await host.getPrompt(name, prompts[name])).not.toBe("");
      });
    }

    if (connector.resources?.some(({ watch }) => watch !== undefined)) {
      it("tells of what changes at an address that is subscribed to", async () => {
        if (subscription === undefined) throw new Error("A resource has `watch`; the contract needs a `subscription`");
        const updated = vi.fn();
        const { close } = await host.subscribe(subscription.uri, updated);
        await subscription.change();
        await vi.waitFor(() => expect(updated).toHaveBeenCalled(), { timeout: 10_000, interval: 20 });
        await close();
      });
    }

    if ((connector.resources ?? []).length === 0) return;
    it("lists resources that can be read", async () => {
      // What has no variable is one address, and listed itself.
      const families = connector.resources?.filter(({ uriTemplate }) => uriTemplate.includes("{")) ?? [];
      expect(await host.listResourceTemplates()).toHaveLength(families.length);
      for (const { uri } of (await host.listResources()).slice(0, 5)) {
        const { text, blob } = await host.readResource(uri);
        expect(text ?? blob, uri).toBeDefined();
      }
    });
  });
}

function versionOf(connector: Connector): string {
  return (JSON.parse(readFileSync(connector.package, "utf8")) as { version: string }).version;
}
