import { appendFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Host, hostKinds, openHost, RawServer, stdio } from "@drawbridge/testkit";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fileState } from "../src/watching/file-state.ts";
import { builtCli } from "./stand/built-cli.ts";
import { openFiles } from "./stand/open-files.ts";
import { plant } from "./stand/plant.ts";
import { startSwapping } from "./stand/start-swapping.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const base = temporaryFolder();
const folder = join(base, "root");
plant(base, { "root/monday.md": "one", "root/.env": "KEY=1", "root/notes/": "", "outside.txt": "OUTSIDE" });
symlinkSync("../outside.txt", join(folder, "out"));

const addressOf = (name: string) => pathToFileURL(join(folder, name)).href;
const soon = { timeout: 10_000, interval: 20 };

describe.each(hostKinds)("a file that is subscribed to, through %s", (kind) => {
  let host: Host;
  beforeEach(async () => {
    host = await openHost(kind, stdio(builtCli, { argv: [folder] }));
  });
  afterEach(() => host.close());

  it("is told of when it changes, is replaced, is removed and comes back", async () => {
    const onUpdate = vi.fn();
    await host.subscribe(addressOf("monday.md"), onUpdate);
    const file = join(folder, "monday.md");
    const changes = [
      () => appendFileSync(file, "two"),
      () => {
        writeFileSync(`${file}~`, "three");
        renameSync(`${file}~`, file);
      },
      () => rmSync(file),
      () => writeFileSync(file, "one"),
    ];
    for (const [index, change] of changes.entries()) {
      change();
      await vi.waitFor(() => expect(onUpdate).toHaveBeenCalledTimes(index + 1), soon);
    }
  });

  it.each([
    ["outside", pathToFileURL(join(base, "outside.txt")).href],
    ["behind a link that leads outside", addressOf("out")],
    ["reached by climbing", `${addressOf("notes")}/%2e%2e/%2e%2e/outside.txt`],
    ["a place of secrets", addressOf(".env")],
    ["a folder", addressOf("notes")],
    ["not there", addressOf("nothing.md")],
  ])("is refused where it is %s, and nothing is told of it", async (_, uri) => {
    const [told, inside] = [vi.fn(), vi.fn()];
    await expect(host.subscribe(uri, told)).rejects.toThrow();
    await host.subscribe(addressOf("monday.md"), inside);
    writeFileSync(join(base, "outside.txt"), `OUTSIDE ${Math.random()}`);
    writeFileSync(join(folder, ".env"), `KEY=${Math.random()}`);
    appendFileSync(join(folder, "monday.md"), "more");
    await vi.waitFor(() => expect(inside).toHaveBeenCalled(), soon);
    expect(told).not.toHaveBeenCalled();
  });
});

it("is refused where --tools takes fs_read away", async () => {
  const host = await openHost("2025-11-25, SDK 2", stdio(builtCli, { argv: ["--tools", "!fs_read", folder] }));
  await expect(host.subscribe(addressOf("monday.md"), () => {})).rejects.toThrow();
  await host.close();
});

describe("an open subscription", () => {
  const meta = {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientInfo": { name: "raw", version: "1" },
    "io.modelcontextprotocol/clientCapabilities": {},
  };
  const listen = { _meta: meta, notifications: { resourceSubscriptions: [addressOf("monday.md")] } };
  const acknowledged = (server: RawServer, count: number) =>
    vi.waitFor(
      () => expect(server.lines.filter((line) => line.includes("subscriptions/acknowledged"))).toHaveLength(count),
      soon,
    );

  it.each([
    ["its input ends", (server: RawServer) => server.endInput()],
    ["it is told to end", (server: RawServer) => server.kill("SIGTERM")],
  ])("is ended with an answer when %s", async (_, end) => {
    const server = new RawServer(builtCli, { argv: [folder] });
    const listening = server.request("subscriptions/listen", listen);
    await acknowledged(server, 1);
    end(server);
    expect(await listening).toMatchObject({ result: { resultType: "complete" } });
    expect(await server.exited).toBe(0);
  });

  it("leaves room for calls, however many there are", async () => {
    const server = new RawServer(builtCli, { argv: ["--concurrency", "1", folder] });
    for (let index = 0; index < 200; index += 1) void server.request("subscriptions/listen", listen);
    await acknowledged(server, 200);
    const call = { _meta: meta, name: "fs_stat", arguments: { path: "monday.md" } };
    expect(await server.request("tools/call", call)).toMatchObject({ result: { structuredContent: { type: "file" } } });
    server.endInput();
    expect(await server.exited).toBe(0);
  });
});

describe.runIf(process.platform === "linux")("a watched file whose folder is swapped for a link to the outside", () => {
  it("has no state but its own, or none, in 20,000 looks", async () => {
    await using swapped = await startSwapping(join(base, "swapping"));
    const files = openFiles([swapped.root]);
    const seen = new Map<string | undefined, number>();
    for (let round = 0; round < 20_000; round += 1) {
      const state = fileState(files, join(swapped.root, "dir/file"));
      seen.set(state?.split(",")[2], (seen.get(state?.split(",")[2]) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual([String("INSIDE".length), undefined]);
    for (const count of seen.values()) expect(count).toBeGreaterThan(100);
  }, 60_000);
});
