import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Host } from "@drawbridge/testkit";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeFifo } from "./stand/make-fifo.ts";
import { plant } from "./stand/plant.ts";
import { serveHere } from "./stand/serve-here.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const root = join(temporaryFolder(), "root");
let host: Host;
beforeAll(async () => {
  mkdirSync(root);
  host = await serveHere("--journal", join(temporaryFolder(), "journal"), `${root}:write`);
});
beforeEach(clear);

function clear(): void {
  for (const name of readdirSync(root)) rmSync(join(root, name), { recursive: true });
}

const zip = (paths: readonly string[], to: string) => host.callTool("fs_zip", { paths, to });
const unzip = (path: string, to: string) => host.callTool("fs_unzip", { path, to });
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** Another program's view of an archive. */
function python(script: string, ...args: readonly string[]): string {
  return execFileSync("python3", ["-c", script, ...args], { cwd: root, encoding: "utf8" });
}

/** Every path below a folder, with what it holds, its permissions and its time to the second. */
function everything(folder: string) {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .sort()
    .map((path) => {
      const stats = lstatSync(join(root, folder, path));
      const content = stats.isFile() ? readFileSync(join(root, folder, path)).toString("base64") : "folder";
      return [path, content, stats.mode & 0o7777, Math.floor(stats.mtimeMs / 1000)];
    });
}

describe("fs_zip", () => {
  it("packs files and folders, which another program finds whole", async () => {
    plant(root, {
      "notes/a.md": "one",
      "notes/deep/é日本.bin": Buffer.alloc(700_000, "abc"),
      "notes/empty/": "",
      "b.txt": "",
    });
    const { structured, text } = await zip(["notes", "b.txt"], "all.zip");
    expect(structured, text).toMatchObject({ to: join(root, "all.zip"), entries: 6, bytes: 700_003 });
    expect(structured).not.toHaveProperty("left_out");
    expect(python("import zipfile; print(zipfile.ZipFile('all.zip').testzip())").trim()).toBe("None");
    expect(JSON.parse(python("import zipfile,json; print(json.dumps(zipfile.ZipFile('all.zip').namelist()))"))).toEqual(
      [...["notes/", "notes/a.md", "notes/deep/", "notes/deep/é日本.bin", "notes/empty/", "b.txt"]],
    );
    python("import zipfile; zipfile.ZipFile('all.zip').extractall('out')");
    expect(readFileSync(join(root, "out/notes/deep/é日本.bin"))).toEqual(
      readFileSync(join(root, "notes/deep/é日本.bin")),
    );
  });

  it("keeps permissions and times, and no rights of the owner", async () => {
    plant(root, { "run.sh": "#!/bin/sh", "own.txt": "x", "old.txt": "x" });
    chmodSync(join(root, "run.sh"), 0o4755);
    chmodSync(join(root, "own.txt"), 0o600);
    utimesSync(join(root, "own.txt"), 1_000_000_001, 1_000_000_001);
    utimesSync(join(root, "old.txt"), 5, 5);
    expect((await zip(["run.sh", "own.txt", "old.txt"], "a.zip")).isError).toBe(false);
    const modes = "import zipfile; print([oct(e.external_attr >> 16) for e in zipfile.ZipFile('a.zip').infolist()])";
    expect(python(modes).trim()).toBe("['0o100755', '0o100600', '0o100644']");
    await unzip("a.zip", "out");
    expect(statSync(join(root, "out/own.txt")).mtimeMs).toBe(1_000_000_001_000);
    expect(statSync(join(root, "out/old.txt")).mtimeMs).toBe(5000);
  });

  it("makes the same bytes of the same files", async () => {
    plant(root, { "d/z": "1", "d/a": "2", "d/m/x": "3" });
    await zip(["d"], "one.zip");
    await zip(["d"], "two.zip");
    expect(readFileSync(join(root, "one.zip"))).toEqual(readFileSync(join(root, "two.zip")));
  });

  it("leaves links and special files out, and says how many", async () => {
    plant(root, { "d/file": "x", "outside/secret": "x" });
    symlinkSync("file", join(root, "d/link"));
    symlinkSync("/etc", join(root, "d/etc"));
    makeFifo(join(root, "d/fifo"));
    const { structured } = await zip(["d"], "a.zip");
    expect(structured).toMatchObject({ entries: 2, left_out: { links: 2, special: 1, unreadable: 0 } });
    expect((await zip(["d/link"], "b.zip")).meta.code).toBe("refused");
    expect((await zip(["d/fifo"], "b.zip")).meta.code).toBe("refused");
  });

  it("does not pack itself where it is made in a folder that goes into it", async () => {
    plant(root, { "d/file": "x", "d/sub/": "" });
    expect((await zip(["d"], "d/sub/a.zip")).structured).toMatchObject({ entries: 3 });
    expect(python("import zipfile; print(zipfile.ZipFile('d/sub/a.zip').namelist())")).not.toContain("tmp");
  });

  it("refuses a file that is kept from being read, and leaves nothing", async () => {
    plant(root, { "d/a": "x", "d/.env": "TOPSECRET", "d/z": "x", ".aws/credentials": "TOPSECRET" });
    symlinkSync("d/.env", join(root, "innocent"));
    for (const path of ["d", "d/.env", ".aws", "innocent"])
      expect((await zip([path], "a.zip")).meta.code, path).toBe("refused");
    expect(readdirSync(root).sort()).toEqual([".aws", "d", "innocent"]);
    expect((await zip(["d/a", "d/z"], "a.zip")).isError).toBe(false);
  });

  it("refuses what is there, what is not, two of one name and a place that is protected", async () => {
    plant(root, { "a/x": "1", "b/X": "2", "there.zip": "mine", ".git/hooks/": "" });
    expect((await zip(["a/x"], "there.zip")).meta.code).toBe("conflict");
    expect(read("there.zip")).toBe("mine");
    expect((await zip(["gone"], "a.zip")).meta.code).toBe("not_found");
    expect((await zip(["a/x", "b/X"], "a.zip")).meta.code).toBe("invalid_input");
    expect((await zip(["a"], ".git/hooks/pre-commit")).meta.code).toBe("refused");
    expect((await zip(["a"], "../a.zip")).meta.code).toBe("refused");
    expect((await zip(["../secret"], "a.zip")).meta.code).toBe("refused");
    expect((await zip(["."], "a.zip")).meta.code).toBe("invalid_input");
  });

  it("is refused for a name that others would take for a path", async () => {
    plant(root, { "d/a\\b": "x" });
    expect((await zip(["d"], "a.zip")).meta.code).toBe("refused");
  });

  it("is taken back by fs_undo, unless it was changed", async () => {
    plant(root, { a: "x" });
    const first = await zip(["a"], "a.zip");
    expect((await host.callTool("fs_undo", { transaction: first.structured?.transaction })).isError).toBe(false);
    expect(readdirSync(root)).toEqual(["a"]);
    const second = await zip(["a"], "a.zip");
    writeFileSync(join(root, "a.zip"), "mine");
    expect((await host.callTool("fs_undo", { transaction: second.structured?.transaction })).meta.code).toBe(
      "conflict",
    );
    expect(read("a.zip")).toBe("mine");
  });
});

describe("fs_unzip", () => {
  it.each(["ZIP_STORED", "ZIP_DEFLATED"])("unpacks what Python's zipfile packed: %s", async (method) => {
    python(`
import zipfile
with zipfile.ZipFile('a.zip', 'w', zipfile.${method}) as z:
    z.writestr('d/a.txt', 'hello' * 1000)
    z.writestr('é日本.txt', 'x')
    with z.open('big', 'w', force_zip64=True) as f: f.write(bytes(range(256)) * 5000)
    z.mkdir('empty') if hasattr(z, 'mkdir') else z.writestr('empty/', '')
`);
    const { structured, text } = await unzip("a.zip", "out");
    expect(structured, text).toMatchObject({ to: join(root, "out"), entries: 5 });
    expect(read("out/d/a.txt")).toBe("hello".repeat(1000));
    expect(read("out/é日本.txt")).toBe("x");
    expect(statSync(join(root, "out/big")).size).toBe(1_280_000);
    expect(readdirSync(join(root, "out/empty"))).toEqual([]);
  });

  it("refuses what Python encrypts or compresses otherwise", async () => {
    for (const method of ["ZIP_BZIP2", "ZIP_LZMA"]) {
      python(`import zipfile\nwith zipfile.ZipFile('a.zip', 'w', zipfile.${method}) as z: z.writestr('a', 'x')`);
      expect((await unzip("a.zip", "out")).meta.code).toBe("refused");
    }
  });

  it("adds to a folder that is there what is new in it, and to the folders inside", async () => {
    plant(root, { "src/lib/new.txt": "new", "src/top.txt": "top", "out/lib/old.txt": "old", "out/x": "x" });
    await zip(["src/lib", "src/top.txt"], "a.zip");
    const { structured, text } = await unzip("a.zip", "out");
    expect(structured, text).toMatchObject({ entries: 2 });
    expect(everything("out").map(([path]) => path)).toEqual(["lib", "lib/new.txt", "lib/old.txt", "top.txt", "x"]);
    expect((await host.callTool("fs_undo", { transaction: structured?.transaction })).isError).toBe(false);
    expect(everything("out").map(([path]) => path)).toEqual(["lib", "lib/old.txt", "x"]);
  });

  it("overwrites nothing: one file that is there refuses all of it", async () => {
    plant(root, { "a/1": "new", "a/2": "new", "out/a/2": "old", "out/b": "old", file: "x" });
    await zip(["a"], "a.zip");
    for (const to of ["out", "file", "a.zip"]) expect((await unzip("a.zip", to)).meta.code, to).toBe("conflict");
    expect(readdirSync(join(root, "out/a"))).toEqual(["2"]);
    expect(read("out/a/2")).toBe("old");
  });

  it("does not go through a link in a folder that is there", async () => {
    plant(root, { "d/x": "new", "elsewhere/": "", "out/": "" });
    await zip(["d"], "a.zip");
    symlinkSync("../elsewhere", join(root, "out/d"));
    expect((await unzip("a.zip", "out")).meta.code).toBe("conflict");
    expect(readdirSync(join(root, "elsewhere"))).toEqual([]);
  });

  it("needs the folder of its folder, a place within the roots and one that may be changed", async () => {
    plant(root, { a: "x", ".git/hooks/": "" });
    await zip(["a"], "a.zip");
    expect((await unzip("a.zip", "gone/out")).meta.code).toBe("not_found");
    expect((await unzip("a.zip", "../out")).meta.code).toBe("refused");
    expect((await unzip("a.zip", ".git/hooks/x")).meta.code).toBe("refused");
    expect((await unzip("gone.zip", "out")).meta.code).toBe("not_found");
    expect((await unzip(".git", "out")).meta.code).toBe("invalid_input");
  });

  it("is taken back where it made a folder, unless something in that was changed, and then says what to do", async () => {
    plant(root, { "a/b": "x" });
    await zip(["a"], "a.zip");
    const undo = async (change = () => {}) => {
      const { structured } = await unzip("a.zip", "out");
      change();
      return host.callTool("fs_undo", { transaction: structured?.transaction });
    };
    expect((await undo()).isError).toBe(false);
    expect(readdirSync(root)).toEqual(["a", "a.zip"]);
    const { meta, text } = await undo(() => writeFileSync(join(root, "out/a/b"), "y"));
    expect([meta.code, text]).toEqual(["conflict", expect.stringContaining("fs_delete")]);
    expect(read("out/a/b")).toBe("y");
  });

  it("holds to the person's limit of one file, both ways", async () => {
    plant(root, { small: "x".repeat(1000), large: "x".repeat(3000) });
    await zip(["small"], "small.zip");
    await zip(["large"], "large.zip");
    const limited = await serveHere(
      "--max-file-bytes",
      "2000",
      "--journal",
      join(temporaryFolder(), "j"),
      `${root}:write`,
    );
    expect((await limited.callTool("fs_unzip", { path: "large.zip", to: "out" })).meta.code).toBe("refused");
    expect((await limited.callTool("fs_unzip", { path: "small.zip", to: "out" })).isError).toBe(false);
    expect((await limited.callTool("fs_zip", { paths: ["large"], to: "b.zip" })).meta.code).toBe("refused");
    expect((await limited.callTool("fs_zip", { paths: ["small"], to: "b.zip" })).isError).toBe(false);
  });
});

describe("both", () => {
  it("are not there where a root is only for reading", async () => {
    const reading = await serveHere(root);
    const names = (await reading.listTools()).map(({ name }) => name);
    expect(names).not.toContain("fs_zip");
    expect(names).not.toContain("fs_unzip");
  });

  it("bring any tree back as it was", async () => {
    const name = fc.stringMatching(/^[a-z0-9 .é日_-]{1,12}$/).filter((text) => !/^\.{1,2}$/.test(text));
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join("/"));
    const files = fc.dictionary(path, fc.uint8Array({ maxLength: 3000 }), { maxKeys: 12 }).filter(isTree);
    await fc.assert(
      fc.asyncProperty(files, async (tree) => {
        clear();
        plant(root, {
          "in/tree/": "",
          ...Object.fromEntries(Object.entries(tree).map(([at, bytes]) => [`in/tree/${at}`, bytes])),
        });
        expect((await zip(["in/tree"], "a.zip")).isError).toBe(false);
        expect((await unzip("a.zip", "out")).isError).toBe(false);
        expect(everything("out")).toEqual(everything("in"));
      }),
      { numRuns: 60 },
    );
  });

  it("end when they are cancelled, and leave nothing", async () => {
    plant(root, { big: Buffer.alloc(64 * 1024 * 1024, "some text that is packed ") });
    writeFileSync(join(root, "noise"), randomBytes(40 * 1024 * 1024));
    expect((await zip(["noise"], "noise.zip")).isError).toBe(false);
    const before = readdirSync(root);
    for (const [tool, input] of [
      ["fs_zip", { paths: ["big"], to: "a.zip" }],
      ["fs_unzip", { path: "noise.zip", to: "out" }],
    ] as const) {
      const cancelling = new AbortController();
      const call = host.callTool(tool, input, {
        signal: cancelling.signal,
        onProgress: () => cancelling.abort(),
      });
      await expect(call).rejects.toThrow();
      // A change waits until the one before it is through.
      const after = await host.callTool("fs_mkdir", { path: `after-${tool}` });
      expect(after.isError).toBe(false);
    }
    expect(readdirSync(root).sort()).toEqual([...before, "after-fs_unzip", "after-fs_zip"].sort());
  });
});

/** No path is both a file and a folder of others, nor the same as another but for how it is written. */
function isTree(files: Readonly<Record<string, unknown>>): boolean {
  const paths = Object.keys(files).map((path) => path.normalize("NFKC"));
  return (
    paths.every((path) => paths.every((other) => !other.startsWith(`${path}/`))) && new Set(paths).size === paths.length
  );
}
