import { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Host, type HostKind, hostKinds, http, openHost, stdio } from "@drawbridge/testkit";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { builtCli } from "./stand/built-cli.ts";
import { plant } from "./stand/plant.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const base = temporaryFolder();
const at = (path: string) => join(base, path);
const addressOf = (path: string) => pathToFileURL(at(path)).href;
plant(base, {
  "work/top.md": "TOP",
  "work/site/index.md": "SITE",
  "work/site/.env": "KEY=1",
  "work/site/private/plan.md": "PRIVATE",
  "work/site/sub/deep.md": "DEEP",
  "work/shop/index.md": "SHOP",
  "work/inner/secret.md": "INNER",
  "work-evil/index.md": "OUTSIDE",
  "notes/a.md": "NOTES",
  "elsewhere/x.md": "OUTSIDE",
});
symlinkSync(at("work/site"), at("alias"));
symlinkSync(at("elsewhere"), at("work/out"));
symlinkSync(at("work"), at("way-in"));
symlinkSync("../shop/index.md", at("work/site/next-door.md"));
symlinkSync("site/sub", at("work/shortcut"));

const legacy = hostKinds.filter((kind) => kind.startsWith("2025"));
const soon = { timeout: 10_000, interval: 20 };

/** A host that works in folders of its own, in front of a server that was given `work` and `notes`. */
async function serve(kind: HostKind, uris: readonly string[], ...argv: string[]): Promise<Host> {
  const place = stdio(builtCli, { argv: [...argv, at("work"), at("notes")] });
  const host = await openHost(kind, place, undefined, async () => uris.map((uri) => ({ uri })));
  onTestFinished(() => host.close());
  return host;
}

async function rootsOf(host: Host) {
  const { structured } = await host.callTool("fs_roots");
  const roots = (structured?.roots ?? []) as ReadonlyArray<{ readonly path: string }>;
  return roots.map(({ path }) => path);
}

async function read(host: Host, path: string) {
  const { text, meta, isError } = await host.callTool("fs_read", { path });
  return isError ? meta.code : text;
}

describe.each(legacy)("the folders that a host works in, through %s,", (kind) => {
  it("leave of a root that holds one of them no more than that folder", async () => {
    const host = await serve(kind, [addressOf("work/site")]);
    expect(await rootsOf(host)).toEqual([at("work/site")]);
    expect(await read(host, at("work/site/index.md"))).toContain("SITE");
    expect(await read(host, "sub/deep.md")).toContain("DEEP");
    for (const path of ["work/top.md", "work/shop/index.md", "notes/a.md", "work", "notes", "elsewhere/x.md"]) {
      expect(await read(host, at(path)), path).toBe("refused");
    }
  });

  it.each([
    ["holds the roots", [""]],
    ["is a root", ["work", "notes"]],
    ["leads to a root by a link", ["way-in", "notes"]],
  ])("leave the whole of a root where one %s", async (_, paths) => {
    const host = await serve(kind, paths.map(addressOf));
    expect(await rootsOf(host)).toEqual([at("work"), at("notes")]);
    expect(await read(host, "top.md")).toContain("TOP");
    expect((await host.callTool("fs_roots")).structured).not.toHaveProperty("narrowed");
  });

  it("narrow nothing where the host names none", async () => {
    expect(await rootsOf(await serve(kind, []))).toEqual([at("work"), at("notes")]);
  });

  it.each([
    ["lie beside the roots", ["elsewhere"]],
    ["begin as a root does", ["work-evil"]],
    ["lead out of a root by a link", ["work/out"]],
    ["do not exist", ["work/nothing"]],
    ["are files", ["work/top.md"]],
  ])("leave nothing where they %s, which is said", async (_, paths) => {
    const host = await serve(kind, paths.map(addressOf));
    expect(await rootsOf(host)).toEqual([]);
    for (const path of [at("work/top.md"), at("elsewhere/x.md"), "top.md", "."]) {
      const { text, meta } = await host.callTool("fs_list", { path });
      expect([meta.code, text]).toEqual(["refused", expect.stringContaining("nothing is served")]);
    }
    expect(await host.listResources()).toEqual([]);
    expect(await host.complete("file://{+path}", "path", "")).toEqual([]);
  });

  it("are compared by their real places", async () => {
    const host = await serve(kind, [addressOf("alias")]);
    expect(await rootsOf(host)).toEqual([at("alias")]);
    expect(await read(host, at("alias/index.md"))).toContain("SITE");
    expect(await read(host, at("work/site/index.md"))).toContain("SITE");
    expect(await read(host, at("work/top.md"))).toBe("refused");
    expect(await read(await serve(kind, [addressOf("work/shortcut")]), "deep.md")).toContain("DEEP");
  });

  it("are asked for again when they change", async () => {
    const uris = [addressOf("work/site")];
    const host = await serve(kind, uris);
    expect(await read(host, at("work/site/index.md"))).toContain("SITE");
    uris.splice(0, 1, addressOf("work/shop"));
    await host.rootsChanged();
    expect(await rootsOf(host)).toEqual([at("work/shop")]);
    expect(await read(host, at("work/site/index.md"))).toBe("refused");
    uris.length = 0;
    await host.rootsChanged();
    expect(await rootsOf(host)).toEqual([at("work"), at("notes")]);
  });

  it("hold for resources, their list, completions, suggestions and subscriptions", async () => {
    const uris = [addressOf("work/site")];
    const host = await serve(kind, uris);
    expect((await host.listResources()).map(({ uri }) => uri)).toEqual([addressOf("work/site/index.md")]);
    expect((await host.readResource(addressOf("work/site/index.md"))).text).toBe("SITE");
    await expect(host.readResource(addressOf("work/top.md"))).rejects.toThrow();
    await expect(host.subscribe(addressOf("work/top.md"), () => {})).rejects.toThrow();
    const complete = (typed: string) => host.complete("file://{+path}", "path", typed);
    expect(await complete("")).toEqual([at("work/site")]);
    expect(await complete(at("work/"))).toEqual([at("work/site")]);
    expect(await complete(at("notes/"))).toEqual([]);
    const { text } = await host.callTool("fs_read", { path: at("work/tap.md") });
    expect(text).not.toContain("top.md");
  });

  it("end what is told of a file that is no longer among them", async () => {
    plant(base, { "work/watched/a.md": "1" });
    const uris = [addressOf("work/watched")];
    const host = await serve(kind, uris);
    const told = vi.fn();
    await host.subscribe(addressOf("work/watched/a.md"), told);
    uris[0] = addressOf("work/shop");
    await host.rootsChanged();
    // As if it were removed; and of what happens to it then, nothing.
    await vi.waitFor(() => expect(told).toHaveBeenCalledOnce(), soon);
    appendFileSync(at("work/watched/a.md"), "2");
    uris[0] = addressOf("work/watched");
    await host.rootsChanged();
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(2), soon);
  });
});

describe("folders of a host that are no way out", () => {
  const [kind = "2025-11-25, SDK 1"] = legacy;

  it("leave others in force where they are malformed", async () => {
    const host = await serve(kind, ["https://example.com", addressOf("work/nothing"), addressOf("work/site")]);
    expect(await rootsOf(host)).toEqual([at("work/site")]);
  });

  it("open no place of secrets, and nothing that --deny names from the root on", async () => {
    const host = await serve(
      kind,
      [addressOf("work/site/private"), addressOf("work/site")],
      "--deny",
      "site/private/**",
    );
    expect(await read(host, at("work/site/private/plan.md"))).toBe("refused");
    expect(await read(host, "plan.md")).toBe("refused");
    expect(await read(host, at("work/site/.env"))).toBe("refused");
    expect(await read(host, at("work/site/index.md"))).toContain("SITE");
  });

  it("let no link lead out of them, not even to what the command line gives", async () => {
    const host = await serve(kind, [addressOf("work/site")]);
    expect(await read(host, "next-door.md")).toBe("refused");
    expect(await read(await serve(kind, [addressOf("work")]), at("work/site/next-door.md"))).toContain("SHOP");
  });

  it("give no more access than the innermost root that holds them", async () => {
    const place = stdio(builtCli, { argv: [`${at("work")}:full`, `${at("work/inner")}:read`] });
    const uris = [addressOf("work/inner"), addressOf("work/site")];
    const host = await openHost(kind, place, undefined, async () => uris.map((uri) => ({ uri })));
    onTestFinished(() => host.close());
    const { structured } = await host.callTool("fs_roots");
    expect(structured?.roots).toMatchObject([
      { path: at("work/inner"), access: "read" },
      { path: at("work/site"), access: "full" },
    ]);
  });

  it("are not served once they were moved out of their root, or replaced", async () => {
    plant(base, { "work/moving/a.md": "HERE" });
    const host = await serve(kind, [addressOf("work/moving")]);
    expect(await read(host, "a.md")).toContain("HERE");
    renameSync(at("work/moving"), at("elsewhere/moved"));
    expect(await read(host, "a.md")).toBe("refused");
    symlinkSync(at("elsewhere/moved"), at("work/moving"));
    expect(await read(host, "a.md")).toBe("refused");
    rmSync(at("work/moving"));
    mkdirSync(at("work/moving"));
    writeFileSync(at("work/moving/a.md"), "AGAIN");
    expect(await read(host, "a.md")).toBe("refused");
    expect(await host.listResources()).toEqual([]);
    await host.rootsChanged();
    expect(await read(host, "a.md")).toContain("AGAIN");
  });
});

describe("a host that is never asked for its folders", () => {
  const folders = vi.fn(async () => [{ uri: addressOf("work/site") }]);
  afterEach(() => expect(folders).not.toHaveBeenCalled());

  it("is one of 2026-07-28", async () => {
    const place = stdio(builtCli, { argv: [at("work")] });
    const host = await openHost("2026-07-28, SDK 2", place, undefined, folders);
    onTestFinished(() => host.close());
    expect(await read(host, "top.md")).toContain("TOP");
  });

  it.each(legacy)("is one over HTTP: %s", async (kind) => {
    const host = await openHost(kind, http(builtCli, { argv: [at("work")] }), undefined, folders);
    onTestFinished(() => host.close());
    expect(await read(host, "top.md")).toContain("TOP");
  });
});
