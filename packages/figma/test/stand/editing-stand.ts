import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Host, inProcess, openHost } from "@drawbridge/testkit";
import { Pairings } from "../../src/bridge/pairings.ts";
import { Figma } from "../../src/client/figma.ts";
import { figma } from "../../src/connector.ts";
import { OpenFiles } from "../../src/editing/open-files.ts";
import { bridgeStand, type PluginWishes, silent } from "./bridge-stand.ts";

/** A connector for open files with a host of its own, and plugins that are paired as a person does it. */
export async function editingStand() {
  const folder = mkdtempSync(join(tmpdir(), "editing-"));
  const plugins = bridgeStand();
  const openFiles = await OpenFiles.start({
    version: "1.0.0",
    log: silent,
    ports: [0],
    pairings: new Pairings(join(folder, "pairings.json")),
  });
  // The connector as it is, but for the port: the fixed ones are few, and many tests run at once.
  const connector = { ...figma, open: (given: Parameters<typeof figma.open>[0]) => Figma.open(given, { openFiles }) };
  const place = inProcess(connector, {
    argv: ["--cache", "off", "--access", "full", "--confirm", "never"],
    environment: {},
  });
  const host: Host = await openHost("2025-11-25, SDK 2", place);

  /** A plugin that looks for the connector. */
  function plugin(wishes: PluginWishes) {
    return plugins.plugin(openFiles.state.bridge as { port: number }, wishes);
  }

  async function pair(wishes: PluginWishes) {
    const paired = plugin(wishes);
    await paired.reaches("unpaired");
    const { text } =
      openFiles.channels.length === 0 ? await host.callTool("figma_selection") : { text: openFiles.code ?? "" };
    paired.end.pair(/\d-[2-9A-Z]{6}/.exec(text)?.[0] ?? "");
    await paired.reaches("connected");
    return paired;
  }

  async function close(): Promise<void> {
    await plugins.close();
    await host.close();
    await openFiles.close();
    rmSync(folder, { recursive: true, force: true });
  }

  return { host, plugin, pair, close };
}

export type EditingStand = Awaited<ReturnType<typeof editingStand>>;
