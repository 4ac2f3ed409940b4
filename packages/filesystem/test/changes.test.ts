import { appendFileSync, cpSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Host, hostKinds, openHost, stdio } from "@drawbridge/testkit";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { builtCli } from "./stand/built-cli.ts";
import { plant } from "./stand/plant.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const base = temporaryFolder();
const address = "drawbridge://filesystem/changes";
const soon = { timeout: 20_000, interval: 50 };

let root: string;
let count = 0;
beforeEach(() => {
  count += 1;
  root = join(base, `root-${count}`);
  plant(root, { "monday.md": "one", "notes/a.md": "a", "notes/b.md": "b", ".env": "KEY=1" });
});
const at = (path: string) => join(root, path);

interface Answer {
  readonly changes: ReadonlyArray<{ readonly path: string; readonly change: string; readonly time: string }>;
  readonly nextCursor: string;
  readonly next: string;
  readonly more?: boolean;
  readonly tooOld?: string;
  readonly truncated?: string;
  readonly problems?: unknown;
}

async function serve(kind = hostKinds[0], roots = [root], work?: string): Promise<Host> {
  const named = work === undefined ? undefined : async () => [{ uri: pathToFileURL(work).href }];
  const host = await openHost(kind ?? "2025-11-25, SDK 1", stdio(builtCli, { argv: roots }), undefined, named);
  onTestFinished(() => host.close());
  return host;
}

async function read(host: Host, uri = address): Promise<Answer> {
  return JSON.parse((await host.readResource(uri)).text ?? "") as Answer;
}

/** Reads on from an answer until all of these were told, and answers everything that was. */
async function told(host: Host, from: Answer, ...wanted: string[]): Promise<string[]> {
  const seen: string[] = [];
  let { next } = from;
  await vi.waitFor(async () => {
    const answer = await read(host, next);
    next = answer.next;
    seen.push(...answer.changes.map(({ path, change }) => `${change} ${path}`));
    for (const one of wanted) expect(seen).toContain(one);
  }, soon);
  return seen;
}

describe.each(hostKinds)("what changed, through %s,", (kind) => {
  it("is told since a cursor, each place once", async () => {
    const host = await serve(kind);
    const first = await read(host);
    expect(first).toMatchObject({ changes: [], nextCursor: expect.any(String) });
    appendFileSync(at("monday.md"), "two");
    // In one step: of a file that is made and then written to, one may be told twice.
    writeFileSync(join(base, `new-${count}`), "new");
    renameSync(join(base, `new-${count}`), at("new.md"));
    rmSync(at("notes/a.md"));
    const seen = await told(host, first, "modified monday.md", "created new.md", "removed notes/a.md");
    expect(new Set(seen).size).toBe(3);
    // And by whoever reads the address without a cursor, together.
    expect((await read(host)).changes.map(({ path }) => path).sort()).toEqual(["monday.md", "new.md", "notes/a.md"]);
  });

  it("is told of to who subscribes, in a storm a bounded number of times", async () => {
    const host = await serve(kind);
    const onUpdate = vi.fn();
    await host.subscribe(address, onUpdate);
    const first = await read(host);
    for (let number = 0; number < 10_000; number += 1) writeFileSync(at(`notes/storm-${number}`), "");
    await vi.waitFor(async () => {
      const { changes, truncated } = await read(host);
      expect([changes.length, truncated]).toEqual([1000, expect.any(String)]);
      expect(onUpdate).toHaveBeenCalled();
    }, soon);
    // All of them by pages, if none was lost meanwhile.
    const seen = new Set<string>();
    let answer = first;
    await vi.waitFor(
      async () => {
        answer = await read(host, answer.next);
        expect(answer.tooOld).toBeUndefined();
        for (const { path } of answer.changes) seen.add(path);
        expect(seen.size).toBe(10_000);
      },
      { timeout: 20_000, interval: 1 },
    );
    expect(onUpdate.mock.calls.length).toBeLessThan(60);
  }, 60_000);

  it("is told of once more when the host subscribes for it alone", async () => {
    const host = await serve(kind);
    const onUpdate = vi.fn();
    await host.subscribe(address, onUpdate);
    writeFileSync(at("new.md"), "");
    await vi.waitFor(() => expect(onUpdate).toHaveBeenCalled(), soon);
    expect((await read(host)).changes).toMatchObject([{ path: "new.md", change: "created" }]);
  });
});

describe("a cursor of changes", () => {
  it("is refused where it is none", async () => {
    const host = await serve();
    for (const cursor of [
      "",
      "x",
      "aaaaaaaa.1.2",
      "../../etc/passwd",
      "a".repeat(10_000),
      "AAAAAAAA.1",
      "aaaaaaaa.%00",
    ]) {
      await expect(read(host, `${address}?since=${cursor}`), cursor.slice(0, 40)).rejects.toThrow();
    }
  });

  it("is too old where it is another process's, and says that folders have to be listed anew", async () => {
    const { next } = await read(await serve());
    const other = await serve();
    const answer = await read(other, next);
    expect(answer).toMatchObject({ tooOld: expect.stringContaining("List"), changes: [] });
    writeFileSync(at("new.md"), "");
    await told(other, answer, "created new.md");
  });
});

describe("a folder that", () => {
  it.each<[string, (outside: string) => void, string[]]>([
    ["is made with folders in it", () => mkdirSync(at("x/y/z"), { recursive: true }), ["created x", "created x/y/z"]],
    [
      "is moved in with all that it holds",
      (outside) => renameSync(join(outside, "tree"), at("tree")),
      ["created tree", "created tree/in/a.md"],
    ],
    ["is moved away", (outside) => renameSync(at("notes"), join(outside, "notes")), ["removed notes"]],
    ["is renamed", () => renameSync(at("notes"), at("archive")), ["removed notes", "created archive/a.md"]],
    [
      "becomes a file",
      () => {
        rmSync(at("notes"), { recursive: true });
        writeFileSync(at("notes"), "");
      },
      [],
    ],
  ])("%s is told of", async (_, change, wanted) => {
    const outside = join(base, `outside-${count}`);
    plant(outside, { "tree/in/a.md": "" });
    const host = await serve();
    const first = await read(host);
    change(outside);
    await told(host, first, ...wanted);
  });

  it("is new, and has new folders, is watched to the bottom", async () => {
    const host = await serve();
    const first = await read(host);
    mkdirSync(at("x/y/z"), { recursive: true });
    await told(host, first, "created x/y/z");
    writeFileSync(at("x/y/z/deep.md"), "");
    await told(host, first, "created x/y/z/deep.md");
  });
});

describe("what is not told", () => {
  it("is a place of secrets, and what --deny names", async () => {
    const host = await serve(undefined, ["--deny", "private/**", root]);
    const first = await read(host);
    writeFileSync(at(".env"), "KEY=2");
    plant(root, { "private/plan.md": "", "server.pem": "", ".aws/credentials": "" });
    rmSync(at("server.pem"));
    writeFileSync(at("end.md"), "");
    const seen = await told(host, first, "created end.md");
    expect(seen.join("\n")).not.toMatch(/\.env|plan|pem|credentials/);
  });

  it("is what lies behind a link, be it in its root or outside", async () => {
    const outside = join(base, `outside-${count}`);
    plant(outside, { "secret-name.txt": "" });
    symlinkSync(outside, at("out"));
    symlinkSync("notes", at("in"));
    const host = await serve();
    const first = await read(host);
    plant(outside, { "new-secret-name.txt": "" });
    rmSync(join(outside, "secret-name.txt"));
    appendFileSync(at("notes/a.md"), "more");
    const seen = await told(host, first, "modified notes/a.md");
    expect(seen).toEqual(["modified notes/a.md"]);
  });

  it("is a name from outside where a folder is replaced by a link: the folder is said to be another, no more", async () => {
    const outside = join(base, `outside-${count}`);
    plant(outside, { "secret-name.txt": "", "a.md": "" });
    const host = await serve();
    const first = await read(host);
    renameSync(at("notes"), at("kept"));
    symlinkSync(outside, at("notes"));
    await told(host, first, "created kept/a.md");
    plant(outside, { "new-secret-name.txt": "", "b.md": "" });
    rmSync(join(outside, "secret-name.txt"));
    appendFileSync(at("kept/a.md"), "more");
    const seen = await told(host, first, "created kept/a.md");
    writeFileSync(at("end.md"), "");
    seen.push(...(await told(host, first, "created end.md")));
    expect(seen.join("\n")).not.toMatch(/secret-name/);
    expect(seen.filter((one) => one.includes("notes/"))).toEqual([]);
  });

  it.runIf(process.platform === "linux")(
    "is a name from outside where the root itself is replaced by a link",
    async () => {
      const outside = join(base, `outside-${count}`);
      plant(outside, { "secret-name.txt": "", "monday.md": "" });
      const host = await serve();
      const first = await read(host);
      renameSync(root, `${root}-moved`);
      symlinkSync(outside, root);
      plant(outside, { "new-secret-name.txt": "" });
      rmSync(join(outside, "secret-name.txt"));
      // What was given is held wherever it is moved.
      appendFileSync(join(`${root}-moved`, "monday.md"), "two");
      expect((await told(host, first, "modified monday.md")).join("\n")).not.toContain("secret-name");
      rmSync(root);
      const other = await serve(undefined, [outside]);
      expect((await read(other)).changes).toEqual([]);
    },
  );

  it("is what lies beside the folders that a host works in", async () => {
    const host = await serve("2025-11-25, SDK 1", [root], at("notes"));
    const [first, onUpdate] = [await read(host), vi.fn()];
    await host.subscribe(address, onUpdate);
    writeFileSync(at("beside.md"), "");
    rmSync(at("monday.md"));
    writeFileSync(at("notes/c.md"), "");
    expect(await told(host, first, "created c.md")).toEqual(["created c.md"]);
    expect(onUpdate).toHaveBeenCalledOnce();
  });
});

describe("paths of changes", () => {
  it("are those that other tools take: absolute in all roots but the first, and of the innermost root", async () => {
    const host = await serve(undefined, [root, at("notes")]);
    const first = await read(host);
    writeFileSync(at("notes/c.md"), "text");
    writeFileSync(at("odd\u001bname.md"), "text");
    const seen = await told(host, first, `created ${at("notes/c.md")}`, "created odd⟦U+001B⟧name.md");
    expect(seen).toHaveLength(2);
    for (const line of seen) {
      expect((await host.callTool("fs_read", { path: line.slice("created ".length) })).isError).toBe(false);
    }
  });
});

describe("where the system does not tell", () => {
  it("is said in the answer with a remedy, and changes are found all the same", async () => {
    // The program without what it has beside it.
    const program = join(base, "program");
    for (const name of ["dist", "package.json"]) {
      cpSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), join(program, name), { recursive: true });
    }
    const host = await openHost("2025-11-25, SDK 1", stdio(join(program, "dist/cli.js"), { argv: [root] }));
    onTestFinished(() => host.close());
    const first = await read(host);
    expect(first.problems).toEqual([
      { root, problem: expect.stringContaining("every 5 s"), remedy: expect.stringContaining("Install") },
    ]);
    writeFileSync(at("new.md"), "");
    await told(host, first, "created new.md");
  }, 40_000);
});

describe("the changes", () => {
  it("are listed, and are taken away with fs_list", async () => {
    const host = await serve();
    expect((await host.listResources()).map(({ uri }) => uri)).toContain(address);
    expect((await host.listResourceTemplates()).map(({ uriTemplate }) => uriTemplate)).toContain(
      `${address}?since={cursor}`,
    );
    const without = await serve(undefined, ["--tools", "!fs_list", root]);
    await expect(read(without)).rejects.toThrow();
    await expect(without.subscribe(address, () => {})).rejects.toThrow();
  });
});
