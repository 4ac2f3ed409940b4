import { mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RawServer } from "@drawbridge/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtCli } from "./stand/built-cli.ts";
import { makeFifo } from "./stand/make-fifo.ts";
import { plant } from "./stand/plant.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const base = temporaryFolder();
const root = join(base, "root");
const long = "a".repeat(250);

/** A tree with ways out of it, and with what could hang or flood a server. */
function lay(): void {
  plant(base, {
    "root/hello.txt": "hello",
    "root/notes/a.md": "note",
    "root-evil/secret.txt": "OUTSIDE",
    "secret.txt": "OUTSIDE",
    [`root/long/${long}`]: "",
  });
  symlinkSync(base, join(root, "out"));
  symlinkSync(join(base, "secret.txt"), join(root, "secret-link"));
  symlinkSync("/nowhere", join(root, "nowhere-link"));
  symlinkSync("round", join(root, "round"));
  makeFifo(join(root, "fifo"));
  writeFileSync(join(root, "giant"), "x");
  // A hole, which takes no room; no machine reads through it in the time that a look may take.
  truncateSync(join(root, "giant"), 256 * 1024 ** 3);
  for (let number = 0; number < 3000; number += 1) {
    if (number === 0) mkdirSync(join(root, "many"));
    writeFileSync(join(root, "many", `${number}-${"a".repeat(200)}`), "");
  }
  const deep = join(root, ...Array.from({ length: 60 }, () => "a"));
  mkdirSync(deep, { recursive: true });
  writeFileSync(join(root, ".gitignore"), `${"**/a/".repeat(20)}b\n`);
}

interface Result {
  readonly content: ReadonlyArray<{ readonly text: string }>;
  readonly isError?: boolean;
  readonly _meta?: { readonly code?: string };
}

let server: RawServer;

async function call(name: string, input: unknown): Promise<{ text: string; code: string; bytes: number }> {
  const { result, error } = await server.request("tools/call", { name, arguments: input });
  if (error !== undefined) return { text: error.message, code: `${error.code}`, bytes: 0 };
  const { content, isError, _meta } = result as unknown as Result;
  const text = content.map((block) => block.text).join("\n");
  const bytes = Buffer.byteLength(JSON.stringify(result));
  return { text, code: isError === true ? (_meta?.code ?? "none") : "answered", bytes };
}

/** What is reached outside shows one of these; an answer that repeats what was asked for does not. */
const leaked = /OUTSIDE|root:x:0/;

const traversals = [
  ...[
    "../secret.txt",
    "..//secret.txt",
    "./../secret.txt",
    "notes/../../secret.txt",
    "notes/../../root-evil/secret.txt",
  ],
  ...[
    "../../../../../../../../etc/passwd",
    "/etc/passwd",
    "//etc/passwd",
    "/./etc/passwd",
    "/proc/self/root/etc/passwd",
  ],
  ...[`${root}/../secret.txt`, `${root}/notes/../../secret.txt`, `${root}-evil/secret.txt`, `${root}/..`, base, "/"],
  ...["out/secret.txt", "out", "secret-link", "nowhere-link", "out/root/../secret.txt", "⟦U+002E⟧⟦U+002E⟧/secret.txt"],
  ...["..⟦U+002F⟧secret.txt"],
];
const spellings = [
  ...["%2e%2e/secret.txt", "%2e%2e%2fsecret.txt", "..%2fsecret.txt", "%252e%252e%252fsecret.txt", "..%c0%afsecret.txt"],
  ...[
    "\uff0e\uff0e/secret.txt",
    "\u2024\u2024/secret.txt",
    "..\u2215secret.txt",
    "..\uff0fsecret.txt",
    "\u2025/secret.txt",
  ],
  ...[
    "..\\secret.txt",
    "..\\..\\etc\\passwd",
    "C:\\Windows\\win.ini",
    "~/secret.txt",
    "~root/.bashrc",
    "$HOME/x",
    "`id`",
  ],
  ...["..;/secret.txt", "....//secret.txt", ".../secret.txt", ".. /secret.txt", " ../secret.txt"],
];
const impossible = [
  ...["", "a\0b", "hello.txt\0.md", "../secret.txt\0", "a".repeat(256), "a/".repeat(3000), "a".repeat(19_000)],
  ...["http://169.254.169.254/latest", "file:///etc/passwd", `file://${root}/hello.txt`, "ftp://a/b", "⟦U+0000⟧"],
];

const readers = ["fs_read", "fs_list", "fs_find", "fs_stat"] as const;
const inputFor = { fs_read: {}, fs_list: {}, fs_find: { glob: "*" }, fs_stat: {} };

type Attack = readonly [name: string, tool: string, input: unknown, outcomes: readonly string[]];
const attacks: readonly Attack[] = [
  ...readers.flatMap((tool) => [
    ...traversals
      .filter((path) => tool !== "fs_stat" || !/^(?:out|secret-link|nowhere-link)$/.test(path))
      .map((path): Attack => [`traversal ${path}`, tool, { ...inputFor[tool], path }, ["refused"]]),
    ...spellings.map((path): Attack => [`spelling ${path}`, tool, { ...inputFor[tool], path }, ["not_found"]]),
    ...impossible.map(
      (path): Attack => [
        `path ${JSON.stringify(path).slice(0, 30)}`,
        tool,
        { ...inputFor[tool], path },
        ["invalid_input"],
      ],
    ),
    ["a circle of links", tool, { ...inputFor[tool], path: "round/x" }, ["refused"]] as const,
  ]),
  ["a FIFO", "fs_read", { path: "fifo" }, ["refused"]],
  ["a FIFO as a folder", "fs_list", { path: "fifo" }, ["invalid_input"]],
  ["a FIFO's hash", "fs_stat", { path: "fifo", hash: true }, ["refused"]],
  ["a device", "fs_read", { path: "/dev/zero" }, ["refused"]],
  ["a folder as a file", "fs_read", { path: "notes" }, ["invalid_input"]],
  ["a file as a folder", "fs_read", { path: "hello.txt/x" }, ["not_found"]],
  ["a giant file", "fs_read", { path: "giant" }, ["refused"]],
  ["a giant file as text", "fs_read", { path: "giant", encoding: "utf-8" }, ["answered"]],
  ["a giant file's end", "fs_read", { path: "giant", encoding: "utf-8", tail: 9 }, ["refused"]],
  ["a giant file's far line", "fs_read", { path: "giant", encoding: "utf-8", start_line: 9 }, ["refused"]],
  [
    "huge bounds",
    "fs_read",
    { path: "hello.txt", end_line: Number.MAX_SAFE_INTEGER, max_bytes: 2 ** 52 },
    ["answered"],
  ],
  ["a limit beyond the largest", "fs_list", { limit: 1_000_000_000 }, ["invalid_input"]],
  ["the largest limit", "fs_list", { path: ".", depth: 256, limit: 10_000 }, ["answered"]],
  ["a limit of zero", "fs_find", { glob: "*", limit: 0 }, ["invalid_input"]],
  ["a depth beyond the deepest", "fs_list", { depth: 1e9 }, ["invalid_input"]],
  ["a negative line", "fs_read", { path: "hello.txt", start_line: -1 }, ["invalid_input"]],
  ["a forged cursor", "fs_list", { path: ".", cursor: Buffer.alloc(64, 1).toString("base64url") }, ["invalid_input"]],
  ["a cursor of JSON", "fs_read", { path: "hello.txt", cursor: '{"offset":0}' }, ["invalid_input"]],
  ["many paths at once", "fs_read_many", { paths: Array(100).fill("\u001b".repeat(250)) }, ["answered"]],
  ["many long paths at once", "fs_read_many", { paths: Array(100).fill("\u001b/".repeat(2000)) }, ["answered"]],
  ["more paths than are taken", "fs_read_many", { paths: Array(101).fill("hello.txt") }, ["invalid_input"]],
  ["paths outside among many", "fs_read_many", { paths: ["../secret.txt", "out/secret.txt"] }, ["answered"]],
  ["a brace bomb", "fs_find", { glob: "{a,b,c,d,e,f,g,h}".repeat(40) }, ["invalid_input"]],
  ["a nested brace bomb", "fs_find", { glob: `${"{a,".repeat(300)}b${"}".repeat(300)}` }, ["invalid_input"]],
  ["a bomb of stars", "fs_find", { glob: `${"*a".repeat(500)}*b` }, ["answered"]],
  ["a bomb of double stars", "fs_find", { glob: `${"**/a/".repeat(200)}b` }, ["answered"]],
  ["alternatives that nearly match", "fs_find", { glob: `*${"a".repeat(120)}${"{a,b}".repeat(8)}c` }, ["answered"]],
  [
    "the same, sorted",
    "fs_list",
    { depth: 9, sort: "size", glob: `*${"a".repeat(120)}${"{a,b}".repeat(8)}c` },
    ["answered", "refused"],
  ],
  ["a glob of a megabyte", "fs_find", { glob: "*".repeat(1_000_000) }, ["invalid_input"]],
  ["a glob that climbs", "fs_find", { glob: "../**" }, ["invalid_input"]],
  ["an absolute glob", "fs_find", { glob: "/etc/*" }, ["invalid_input"]],
  ["a hostile .gitignore", "fs_find", { glob: "**", gitignore: true }, ["answered"]],
  ["a time that is none", "fs_find", { glob: "*", modified_after: "yesterday" }, ["invalid_input"]],
  ["an unknown argument", "fs_read", { path: "hello.txt", follow: true }, ["invalid_input"]],
  ["a prototype as an argument", "fs_read", JSON.parse('{"path":"hello.txt","__proto__":{"a":1}}'), ["-32602"]],
];

describe.skipIf(process.platform === "win32")(
  "an attack in paths of POSIX, which mean something else on Windows,",
  () => {
    beforeAll(async () => {
      lay();
      server = new RawServer(builtCli, { argv: [root] });
      await server.initialize();
    });
    afterAll(() => server.kill("SIGKILL"));

    it.each(attacks)(
      "by %s through %s ends as it should, and the server still answers",
      async (_, tool, input, outcomes) => {
        const start = performance.now();
        const { text, code, bytes } = await call(tool, input);
        expect(performance.now() - start).toBeLessThan(3000);
        expect(outcomes).toContain(code);
        expect(text).not.toMatch(leaked);
        expect(bytes).toBeLessThan(1.5 * 1024 * 1024);
        expect((await call("fs_read", { path: "hello.txt" })).text).toMatch(/\nhello\n/);
      },
    );

    it.each([
      "file:///etc/passwd",
      "file:///../etc/passwd",
      `file://${root}/../secret.txt`,
      `file://${root}/%2e%2e/secret.txt`,
      `file://${root}/..%2fsecret.txt`,
      `file://${root}/out/secret.txt`,
      `file://${root}/secret-link`,
      `file://${root}-evil/secret.txt`,
      `file://localhost/etc/passwd`,
      `file://evil.example/share`,
      `file://${root}/fifo`,
      `file://${root}/giant`,
      `file://${root}/hello.txt%00`,
      "file://",
      "http://example.com/",
    ])("by the address %s is refused, and the server still answers", async (uri) => {
      const { error, result } = await server.request("resources/read", { uri });
      expect(result).toBeUndefined();
      expect(error?.message).not.toMatch(leaked);
      expect((await call("fs_read", { path: "hello.txt" })).text).toMatch(/\nhello\n/);
    });

    it("tells by no word whether a file outside exists", async () => {
      const answers = await Promise.all(
        ["/etc/passwd", "/etc/no-such-file"].map(async (path) =>
          (await call("fs_read", { path })).text.replace(path, "…"),
        ),
      );
      expect(answers[0]).toBe(answers[1]);
    });

    it("tells of a link to the outside nothing but that it is one", async () => {
      const outside = (await call("fs_stat", { path: "secret-link" })).text;
      expect(outside).not.toContain("secret.txt");
      const nowhere = JSON.parse((await call("fs_stat", { path: "nowhere-link" })).text);
      expect(JSON.parse(outside).note).toBe(nowhere.note);
      const listed = JSON.parse((await call("fs_list", { path: "." })).text).entries;
      for (const name of ["secret-link", "nowhere-link", "out"]) {
        const entry = listed.find(({ path }: { path: string }) => path === name);
        expect(Object.keys(entry).sort()).toEqual(["modified", "path", "type"]);
      }
    });

    it.runIf(process.platform === "linux")("of a thousand failures leaves no descriptor open", async () => {
      const open = () => readdirSync(`/proc/${server.pid}/fd`).length;
      const inputs = [
        "hello.txt",
        "missing",
        "../secret.txt",
        "out/secret.txt",
        "fifo",
        "notes",
        "giant",
        "hello.txt/x",
        "round",
      ];
      for (const path of inputs) await call("fs_read", { path });
      const before = open();
      for (let round = 0; round < 1000; round += 1) {
        const path = inputs[round % inputs.length];
        await call(["fs_read", "fs_stat", "fs_list"][round % 3] ?? "fs_read", { path });
      }
      for (let round = 0; round < 20; round += 1) {
        await call("fs_find", { glob: "*", limit: 3 });
        await call("fs_list", { depth: 50, limit: 1, gitignore: true });
      }
      expect(open()).toBe(before);
    });
  },
);
