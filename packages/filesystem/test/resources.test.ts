import { linkSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Host } from "@drawbridge/testkit";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { plant } from "./stand/plant.ts";
import { serveBuilt } from "./stand/serve-built.ts";
import { serveHere } from "./stand/serve-here.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const base = temporaryFolder();
const folder = join(base, "root");
plant(base, {
  "root/notes/monday.md": "# Monday\n",
  "root/notes/.hidden.md": "",
  "root/nothing-here/": "",
  "outside.txt": "OUTSIDE",
});
symlinkSync("../outside.txt", join(folder, "out"));

let host: Host;
beforeAll(async () => {
  host = await serveBuilt([folder]);
});

const addressOf = (name: string) => pathToFileURL(join(folder, name)).href;

async function exact(name: string): Promise<Buffer> {
  const { text, blob } = await host.readResource(addressOf(name));
  return text === undefined ? Buffer.from(blob ?? "", "base64") : Buffer.from(text);
}

describe("a resource", () => {
  it.each([
    ["text", Buffer.from("plain\n")],
    ["no bytes at all", Buffer.alloc(0)],
    ["a byte order mark", Buffer.from("\ufefftext")],
    ["escapes and overrides", Buffer.from("\u001b[31m\u202e\u{e0041}⟦U+001B⟧")],
    ["line endings of every kind", Buffer.from("a\r\nb\rc\nd")],
    ["invalid UTF-8", Buffer.from([0x61, 0xff, 0xfe, 0x62])],
    ["half a surrogate", Buffer.from([0xed, 0xa0, 0x80])],
    ["NUL bytes", Buffer.from([0, 1, 2, 0])],
    ["UTF-16", Buffer.from("\ufefftext", "utf16le")],
    ["the most bytes that are taken", Buffer.alloc(1024 * 1024, "x")],
  ])("is exact to the byte: %s", async (name, bytes) => {
    writeFileSync(join(folder, name), bytes);
    expect((await exact(name)).equals(bytes)).toBe(true);
  });

  it("is exact for random bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        writeFileSync(join(folder, "random"), bytes);
        expect((await exact("random")).equals(bytes)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  const isReadByItsName = async (name: string) => {
    writeFileSync(join(folder, name), name);
    expect((await exact(name)).toString()).toBe(name);
  };

  it.each(["with space.md", "50%.md", "a#b.md", "日本.md", "⟦U+001B⟧.md", "%2e%2e", "a+b&c;d.md"])(
    "is read by its percent-encoded name: %j",
    isReadByItsName,
  );

  it.skipIf(process.platform === "win32").each(["a#b?c.md", "new\nline.md"])(
    "is read by its percent-encoded name, which Windows does not take: %j",
    isReadByItsName,
  );

  it("says its type by its name", async () => {
    expect((await host.readResource(addressOf("notes/monday.md"))).mimeType).toBe("text/markdown");
    writeFileSync(join(folder, "program.ts"), "export {};\n");
    expect((await host.readResource(addressOf("program.ts"))).mimeType).toBe("text/plain");
  });

  it("over 1 MiB is refused, and fs_read is named", async () => {
    writeFileSync(join(folder, "big"), Buffer.alloc(1024 * 1024 + 1, "x"));
    await expect(host.readResource(addressOf("big"))).rejects.toThrow(/fs_read/);
  });

  it("outside is refused, whatever leads there", async () => {
    for (const uri of [
      addressOf("out"),
      pathToFileURL(join(base, "outside.txt")).href,
      `${addressOf("notes")}/%2e%2e/../outside.txt`,
    ])
      await expect(host.readResource(uri)).rejects.toThrow(/outside/);
  });

  it("that is a folder is refused", async () => {
    await expect(host.readResource(addressOf("notes"))).rejects.toThrow(/folder/);
  });
});

describe("the list of resources", () => {
  it("is not refused for many long names", async () => {
    const crowd = join(base, "crowd");
    plant(crowd, Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`${index}-${"日".repeat(80)}`, ""])));
    const crowded = await serveHere(crowd);
    const listed = await crowded.listResources();
    expect(listed.length).toBeGreaterThan(10);
    expect(listed.length).toBeLessThanOrEqual(200);
  });
});

describe("the completion of a resource's path", () => {
  const complete = (typed: string) => host.complete("file://{+path}", "path", typed);

  it("begins with the roots", async () => {
    expect(await complete("")).toEqual([folder]);
    expect(await complete(folder.slice(0, -2))).toContain(folder);
  });

  it("goes on with the entries of the folder typed so far, folders with a slash", async () => {
    expect(await complete(`${folder}/not`)).toEqual([`${folder}/notes/`, `${folder}/nothing-here/`]);
    expect(await complete(`${folder}/notes/`)).toEqual([`${folder}/notes/monday.md`]);
  });

  it("suggests hidden entries once a dot is typed", async () => {
    expect(await complete(`${folder}/notes/.`)).toEqual([`${folder}/notes/.hidden.md`]);
  });

  it("tells nothing of what lies outside", async () => {
    for (const typed of [
      "/",
      "/etc/",
      `${base}/`,
      `${base}/out`,
      `${folder}/../`,
      `${folder}/notes/../../`,
      "../",
      "\0/",
    ]) {
      for (const suggested of await complete(typed)) expect(suggested.startsWith(folder), typed).toBe(true);
    }
  });

  it("begins at the root / with what is in it", async () => {
    const everything = await serveHere("/");
    expect(await everything.complete("file://{+path}", "path", "/tm")).toContain("/tmp/");
  });
});

describe("an address that means another file than it seems to", () => {
  it.each(["?x=1", "#x", "?", "#", "\\x", "\t", " "])(
    "is refused where %j stands behind it, and says how to write that",
    async (end) => {
      await expect(host.readResource(`${addressOf("notes/monday.md")}${end}`)).rejects.toThrow("%3F");
    },
  );

  it.skipIf(process.platform === "win32")(
    "is none of those that completion suggests (Windows has no such names): each reads the file that it names",
    async () => {
      const names = [
        "q",
        "qA",
        "q#x",
        "q?x",
        "q%41",
        "q%",
        "q\\x",
        "q\n",
        "q\t",
        "q ",
        " q",
        "q⟦U+0041⟧",
        "q\u200b",
        "qé",
        "qe\u0301",
      ];
      plant(join(folder, "odd"), Object.fromEntries(names.map((name) => [name, name])));
      const suggested = await host.complete("file://{+path}", "path", `${folder}/odd/`);
      const texts = await Promise.all(suggested.map(async (path) => (await host.readResource(`file://${path}`)).text));
      expect(texts.sort()).toEqual(names.sort());
    },
  );

  it("is understood by completion where it is typed encoded", async () => {
    plant(folder, { "typed/50%.md": "" });
    expect(await host.complete("file://{+path}", "path", `${folder}/typed/50%25`)).toEqual([
      `${folder}/typed/50%25.md`,
    ]);
    expect(await host.complete("file://{+path}", "path", `${folder}/typed/50%`)).toEqual([`${folder}/typed/50%25.md`]);
  });
});

describe.skipIf(process.platform !== "linux")("a name that is not UTF-8, which only Linux takes,", () => {
  it("is neither listed nor suggested, and is said to be one that nobody can ask for", async () => {
    const odd = join(base, "not-utf-8");
    plant(odd, { "bad-not.txt": "" });
    writeFileSync(Buffer.concat([Buffer.from(`${odd}/bad`), Buffer.from([0xff]), Buffer.from(".txt")]), "");
    const served = await serveHere(odd);
    expect((await served.listResources()).map(({ name }) => name)).toEqual(["bad-not.txt", "changes"]);
    expect(await served.complete("file://{+path}", "path", `${odd}/bad`)).toEqual([`${odd}/bad-not.txt`]);
    const { text, meta } = await served.callTool("fs_read", { path: "bad\uFFFD.txt" });
    expect([meta.code, text]).toEqual(["not_found", expect.stringContaining("no UTF-8")]);
  });
});

describe("a resource that is a hard link", () => {
  it("is read, and says in its facts that it is one", async () => {
    plant(folder, { "links/one.txt": "1", "links/two.bin": new Uint8Array([0, 1]), "links/alone.txt": "1" });
    linkSync(join(folder, "links/one.txt"), join(folder, "links/also-one.txt"));
    linkSync(join(folder, "links/two.bin"), join(folder, "links/also-two.bin"));
    const linked = { _meta: { note: expect.stringContaining("hard link"), nlink: 2 } };
    expect(await host.readResource(addressOf("links/also-one.txt"))).toMatchObject({ text: "1", ...linked });
    expect(await host.readResource(addressOf("links/also-two.bin"))).toMatchObject({ blob: "AAE=", ...linked });
    expect(await host.readResource(addressOf("links/alone.txt"))).not.toHaveProperty("_meta.nlink");
  });
});

describe("one bad path among several", () => {
  it.each([
    ["an empty one", ""],
    ["one that is far too long", "x".repeat(30_000)],
    ["one with a NUL byte", "a\0b"],
  ])("spoils nothing: %s", async (_, path) => {
    const { text, isError } = await host.callTool("fs_read_many", { paths: [path, "notes/monday.md"] });
    expect(isError).toBe(false);
    expect(text).toContain("# Monday");
    expect(text).toContain("invalid_input");
  });
});
