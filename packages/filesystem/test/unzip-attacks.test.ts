import { randomBytes } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type CraftedEntry, craftZip } from "./stand/craft-zip.ts";
import { plant } from "./stand/plant.ts";
import { serveHere } from "./stand/serve-here.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const base = temporaryFolder();
plant(base, { "root/": "", "journal/": "", "mine.txt": "OUTSIDE" });
const root = join(base, "root");
const host = await serveHere("--journal", join(temporaryFolder(), "journal"), `${root}:write`);

let count = 0;

/** Unpacks an archive into a new folder, and looks that a refusal left nothing behind, and nobody anything outside. */
async function unpack(
  archive: Buffer,
): Promise<{ readonly code: unknown; readonly text: string; readonly to: string }> {
  count += 1;
  const [path, to] = [`${count}.zip`, `out-${count}`];
  writeFileSync(join(root, path), archive);
  const before = readdirSync(root);
  const { meta, isError, text } = await host.callTool("fs_unzip", { path, to });
  expect(readdirSync(base).sort()).toEqual(["journal", "mine.txt", "root"]);
  expect(readFileSync(join(base, "mine.txt"), "utf8")).toBe("OUTSIDE");
  expect(readdirSync(root).sort()).toEqual((isError ? before : [...before, to]).sort());
  return { code: isError ? meta.code : "unpacked", text, to: join(root, to) };
}

const code = async (...entries: readonly CraftedEntry[]) => (await unpack(craftZip(entries))).code;
const link = 0o120777;
const folder = 0o040755;
const zeros = (mebibytes: number) => Buffer.alloc(mebibytes * 1024 * 1024);

describe("an entry's path", () => {
  it.each([
    ...["../mine.txt", "a/../../mine.txt", "..", "a/..", "../", "/etc/x", "//x", "a//b", "C:x", "c:/x"],
    ...["..\\mine.txt", "a\\b", "\\\\server\\x", "a\0b", "a\0/../x", "x".repeat(256), `${"x/".repeat(129)}x`, ""],
    ...[`${"x".repeat(200)}/`.repeat(25)],
  ])("is refused as %j, with all that is beside it", async (name) => {
    expect(await code({ name: "good.txt", content: "good" }, { name })).toBe("refused");
  });

  it.each([Buffer.from([0x61, 0xff, 0x62]), Buffer.from([0xc0, 0xae, 0xc0, 0xae, 0x2f, 0x78])])(
    "is refused where it is no UTF-8: %j",
    async (name) => {
      expect(await code({ name })).toBe("refused");
    },
  );

  it("is refused where the Unicode field of Info-ZIP leads out and the plain name does not", async () => {
    const field = Buffer.concat([Buffer.from([0x75, 0x70, 0, 0, 1, 0, 0, 0, 0]), Buffer.from("../mine.txt")]);
    field.writeUInt16LE(field.length - 4, 2);
    field.writeUInt32LE(crc32("plain.txt"), 5);
    expect(await code({ name: "plain.txt", extra: field })).toBe("refused");
  });

  it.each(["...", "..a/b..c", "a. /b", "é/日本", "name with\nnewline", "%2e%2e/x", "x".repeat(255), "./a/./b", "C/x"])(
    "is taken where it only looks strange: %j",
    async (name) => {
      const { code, to } = await unpack(craftZip([{ name, content: "good" }]));
      expect(code).toBe("unpacked");
      expect(readFileSync(join(to, name), "utf8")).toBe("good");
    },
  );

  it("is read by the code page of old where it is not marked as UTF-8", async () => {
    const { to } = await unpack(craftZip([{ name: Buffer.from([0x82]), flags: 0 }]));
    expect(readdirSync(to)).toEqual(["é"]);
  });
});

describe("two entries", () => {
  it.each([
    ["a", "a"],
    ["a", "A"],
    ["caf\u00e9", "cafe\u0301"],
    ["a", "a/b"],
    ["a/b", "a"],
    ["a/b", "A/c"],
    ["a/", "a"],
    ["a", "./a"],
  ])("with one place are refused: %j and %j", async (one, other) => {
    expect(await code({ name: one }, { name: other })).toBe("refused");
  });

  it("of one folder are taken, before and after what is in it", async () => {
    const names = ["a/b", "a/", "a/", "a/c/d", "a/c/"];
    expect(await code(...names.map((name) => ({ name, mode: name.endsWith("/") ? folder : 0o100644 })))).toBe(
      "unpacked",
    );
  });
});

describe("an entry that is no file", () => {
  it.each([link, 0o060644, 0o020644, 0o010644, 0o140644])("is refused: mode %o", async (mode) => {
    expect(await code({ name: "good.txt" }, { name: "x", content: "../mine.txt", mode })).toBe("refused");
  });

  it("is refused as a link to a folder that later entries go through", async () => {
    expect(await code({ name: "d", content: "..", mode: link }, { name: "d/mine.txt", content: "evil" })).toBe(
      "refused",
    );
  });

  it("is refused as a folder that is named like a file, and the other way round", async () => {
    expect(await code({ name: "x", mode: folder })).toBe("refused");
    expect(await code({ name: "x/", mode: 0o100644 })).toBe("refused");
    expect(await code({ name: "x/", mode: folder, content: "y" })).toBe("refused");
  });
});

describe("permissions", () => {
  it("are those of any file, and whether it can be run, and never lend a user's rights", async () => {
    const { to } = await unpack(
      craftZip([
        { name: "plain", mode: 0o100666 },
        { name: "suid", mode: 0o106777 },
        { name: "shut", mode: 0o100000 },
        { name: "d/", mode: 0o043777 },
      ]),
    );
    const modes = readdirSync(to).map((name) => [
      name,
      (lstatSync(join(to, name)).mode & 0o7777 & ~process.umask()).toString(8),
    ]);
    expect(Object.fromEntries(modes)).toEqual({ plain: "644", suid: "755", shut: "644", d: "755" });
  });
});

describe("a bomb", () => {
  it("is refused for its ratio, before anything is unpacked", async () => {
    expect(await code({ name: "bomb", content: zeros(11), method: 8 })).toBe("refused");
    expect(await code(...["a", "b", "c"].map((name) => ({ name, content: zeros(5), method: 8 })))).toBe("refused");
  });

  it("is refused for its size, whatever is true of it", async () => {
    const one = { content: randomBytes(9000), method: 8, size: 600 * 1024 ** 2, packedSize: 5000 };
    expect(await code({ name: "a", ...one }, { name: "b", ...one })).toBe("refused");
  });

  it("is refused where entries share bytes", async () => {
    const shared = { content: randomBytes(1000), offset: 0 };
    expect(await code({ name: "a", ...shared }, { name: "b", ...shared })).toBe("refused");
    expect(await code({ name: "a", content: "x".repeat(100) }, { name: "b", content: "y", offset: 60 })).toBe(
      "refused",
    );
  });

  it("is refused where it makes too many files, by its list or by folders in paths", async () => {
    const name = (index: number) => `${index}/${"d/".repeat(120)}`;
    expect(await code(...Array.from({ length: 500 }, (_, index) => ({ name: name(index), mode: folder })))).toBe(
      "refused",
    );
    const many = Array.from({ length: 50_001 }, (_, index) => ({ name: `${index}` }));
    expect(await code(...many)).toBe("refused");
  });

  it("is refused where its list is larger than its content", async () => {
    const comment = Buffer.alloc(60_000);
    expect(await code(...Array.from({ length: 600 }, (_, index) => ({ name: `${index}`, comment })))).toBe("refused");
  });

  it("stays packed inside another archive", async () => {
    const inner = craftZip([{ name: "bomb", content: zeros(20), method: 8 }]);
    const { code, to } = await unpack(craftZip([{ name: "inner.zip", content: inner }]));
    expect(code).toBe("unpacked");
    expect(statSync(join(to, "inner.zip")).size).toBe(inner.length);
  });

  it("has innocent twins: small zeros, large noise, a file of nothing", async () => {
    expect(await code({ name: "zeros", content: zeros(9), method: 8 })).toBe("unpacked");
    expect(await code({ name: "noise", content: randomBytes(12 * 1024 ** 2), method: 8 }, { name: "empty" })).toBe(
      "unpacked",
    );
  });
});

describe("an entry that lies", () => {
  const content = "the truth".repeat(1000);

  it.each<[string, Partial<CraftedEntry>]>([
    ["of a smaller size", { size: 10 }],
    ["of a larger size", { size: 20_000 }],
    ["of a smaller packed size", { packedSize: 10 }],
    ["of a larger packed size", { packedSize: 100_000 }],
    ["of its checksum", { crc: 1 }],
    ["of where it begins", { offset: 7 }],
    ["of a beginning far behind the end", { offset: 0xfffffff0 }],
    ["of being deflated", { method: 8, size: 3, packedSize: 9 }],
  ])("%s is refused as damaged, and nothing is left of what came before", async (_, lie) => {
    for (const method of [0, 8])
      expect(await code({ name: "good.txt", content: "good" }, { name: "liar", content, method, ...lie })).toMatch(
        /^(?:invalid_input|refused)$/,
      );
  });

  it("by its checksum is damaged, which it says", async () => {
    const { code, text } = await unpack(craftZip([{ name: "liar", content, crc: 1 }]));
    expect([code, text]).toEqual(["invalid_input", expect.stringContaining("liar is damaged: its checksum is wrong")]);
  });

  it("has a twin that tells the truth", async () => {
    for (const method of [0, 8]) expect(await code({ name: "honest", content, method })).toBe("unpacked");
  });
});

describe("an archive", () => {
  it("with an encrypted entry is refused in words", async () => {
    for (const flags of [0x801, 0x841]) {
      const { code, text } = await unpack(
        craftZip([{ name: "good" }, { name: "secret", content: "x".repeat(13), size: 1, flags }]),
      );
      expect(code).not.toBe("unpacked");
      expect(text).toMatch(/encrypt/);
    }
  });

  it.each([1, 9, 12, 14, 93, 99])("with compression method %d is refused", async (method) => {
    expect(await code({ name: "x", content: "x", method })).toBe("refused");
  });

  it("that claims more or fewer entries than it has is refused, or unpacked as far as its list goes", async () => {
    expect((await unpack(craftZip([{ name: "a" }], 3))).code).toBe("invalid_input");
    expect((await unpack(craftZip([{ name: "a" }], 60_000))).code).toBe("refused");
    expect((await unpack(craftZip([{ name: "a" }, { name: "b" }], 1))).code).toBe("unpacked");
  });

  it("that is none, is empty or is cut off is refused as damaged", async () => {
    const whole = craftZip([{ name: "a", content: randomBytes(1000) }]);
    for (const bytes of [Buffer.from("hello"), Buffer.alloc(0), whole.subarray(0, -1), whole.subarray(100)])
      expect((await unpack(bytes)).code).toBe("invalid_input");
  });

  it("with any byte changed is unpacked, or refused and leaves nothing", async () => {
    const whole = craftZip([
      { name: "a/b", content: "some content" },
      { name: "c", content: "more of it".repeat(10), method: 8 },
    ]);
    for (let index = 0; index < whole.length; index += 1) {
      const bytes = Buffer.from(whole);
      bytes[index] = (bytes[index] ?? 0) ^ 0xff;
      expect((await unpack(bytes)).code).toMatch(/^(?:unpacked|refused|invalid_input)$/);
    }
  });

  it("that is a sparse giant of nothing is refused at once", async () => {
    writeFileSync(join(root, "giant.zip"), "");
    truncateSync(join(root, "giant.zip"), 8 * 1024 ** 4);
    expect((await host.callTool("fs_unzip", { path: "giant.zip", to: "out" })).meta.code).toBe("invalid_input");
  });
});

describe("a protected or secret place", () => {
  it.each([".git/hooks/pre-commit", "sub/.git/config", ".GIT/HOOKS/x", ".bashrc", ".github/workflows/x.yml"])(
    "is not placed: %s",
    async (name) => {
      expect(await code({ name: "good.txt" }, { name })).toBe("refused");
    },
  );

  it("is not completed in a folder that is there", async () => {
    plant(root, { "project/.git/HEAD": "ref" });
    writeFileSync(join(root, "hooks.zip"), craftZip([{ name: ".git/hooks/pre-commit", content: "evil" }]));
    expect((await host.callTool("fs_unzip", { path: "hooks.zip", to: "project" })).meta.code).toBe("refused");
    expect(readdirSync(join(root, "project/.git"))).toEqual(["HEAD"]);
    writeFileSync(join(root, "hooks2.zip"), craftZip([{ name: "hooks/pre-commit", content: "evil" }]));
    expect((await host.callTool("fs_unzip", { path: "hooks2.zip", to: "project/.git" })).meta.code).toBe("refused");
    expect((await host.callTool("fs_unzip", { path: "hooks2.zip", to: "project/hooks" })).isError).toBe(false);
  });

  it("of secrets may be made new, and takes the place of none", async () => {
    writeFileSync(join(root, "env.zip"), craftZip([{ name: ".env", content: "NEW=1" }]));
    plant(root, { "with/.env": "TOPSECRET" });
    expect((await host.callTool("fs_unzip", { path: "env.zip", to: "with" })).meta.code).toBe("conflict");
    expect(readFileSync(join(root, "with/.env"), "utf8")).toBe("TOPSECRET");
    expect((await host.callTool("fs_unzip", { path: "env.zip", to: "without" })).isError).toBe(false);
    expect((await host.callTool("fs_read", { path: "without/.env" })).meta.code).toBe("refused");
  });

  it("of secrets is no archive to unpack", async () => {
    writeFileSync(join(root, "keys.pem"), craftZip([{ name: "key" }]));
    expect((await host.callTool("fs_unzip", { path: "keys.pem", to: "keys" })).meta.code).toBe("refused");
  });
});
