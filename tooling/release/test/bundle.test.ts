import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getMcpConfigForManifest, unpackExtension } from "@anthropic-ai/mcpb";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, describe, expect, it } from "vitest";
import { packBundle } from "../src/mcpb/pack-bundle.ts";
import { builtConnectors } from "../src/published/built-connectors.ts";

const folder = mkdtempSync(join(tmpdir(), "drawbridge-bundles-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a person would enter, as far as a form insists. */
const entered: Readonly<Record<string, Record<string, string | string[]>>> = { filesystem: { roots: [folder] } };

describe.each(builtConnectors())("the bundle of $description.name", (connector) => {
  const { manifest: ours, description } = connector;

  it("is unpacked by a host, and answers it", { timeout: 60_000 }, async () => {
    const file = join(folder, `${description.name}.mcpb`);
    const unpacked = join(folder, description.name);
    expect(await packBundle(connector, file)).toMatch(/^[0-9a-f]{64}$/);
    expect(await unpackExtension({ mcpbPath: file, outputDir: unpacked, silent: true })).toBe(true);
    const manifest = JSON.parse(readFileSync(join(unpacked, "manifest.json"), "utf8"));
    const config = await getMcpConfigForManifest({
      manifest,
      extensionPath: unpacked,
      systemDirs: {},
      userConfig: entered[description.name] ?? {},
      pathSeparator: "/",
    });
    if (config === undefined) throw new Error("The host would ask for more than was entered");
    const client = new Client({ name: "host", version: "1.0.0" });
    // The host's own variables only: what this machine has set would not be in a host.
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: config.args ?? [],
        env: config.env ?? {},
        stderr: "ignore",
      }),
    );
    try {
      expect(client.getServerVersion()?.version).toBe(ours.version);
      const { tools } = await client.listTools();
      expect(tools.length > 0).toBe(manifest.tools.length > 0);
      const told = manifest.tools.map(({ name }: { name: string }) => name);
      for (const { name } of tools) expect(told).toContain(name);
    } finally {
      await client.close();
    }
  });
});
