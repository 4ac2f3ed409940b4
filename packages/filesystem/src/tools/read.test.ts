import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Host } from "@drawbridge/testkit";
import { beforeAll, describe, expect, it } from "vitest";
import { plant } from "../../test/stand/plant.ts";
import { serveHere } from "../../test/stand/serve-here.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";

const folder = temporaryFolder();
plant(folder, {
  "poem.txt": "one\ntwo\nthree\n",
  "long.txt": "a line of text\n".repeat(20_000),
  "other.txt": "a line of text\n".repeat(20_000),
  "escapes.txt": "\u001b[31mred\u202e\u{e0041} ⟦U+001B⟧\n",
});

let host: Host;
beforeAll(async () => {
  host = await serveHere(folder);
});

const read = (input: Readonly<Record<string, unknown>>) => host.callTool("fs_read", input);

describe("fs_read", () => {
  it("answers the text under a header that says the same as _meta", async () => {
    const { text, meta, structured } = await read({ path: "poem.txt" });
    const [, nonce] = /<data ([0-9a-f]{8})>/.exec(text) ?? [];
    expect(text).toBe(
      `[path: ${folder}/poem.txt | lines: 1-3 | total_lines: 3 | size: 14 | encoding: utf-8 | line_ending: lf | ` +
        `etag: ${meta.etag}]\n\n<data ${nonce}>\none\ntwo\nthree\n\n</data ${nonce}>`,
    );
    expect([meta.total_lines, structured]).toEqual([3, undefined]);
  });

  it("gives another etag to another content, and the same to the same", async () => {
    const etag = async (path: string) => (await read({ path })).meta.etag;
    expect(await etag("long.txt")).toBe(await etag("other.txt"));
    const before = await etag("poem.txt");
    writeFileSync(join(folder, "poem.txt"), "One\ntwo\nthree\n");
    expect(await etag("poem.txt")).not.toBe(before);
  });

  it("goes on from a cursor to the end, and within its budget", async () => {
    let whole = "";
    let cursor: unknown;
    do {
      const { text, meta } = await read({ path: "long.txt", ...(cursor === undefined ? {} : { cursor }) });
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536);
      whole += /<data .{8}>\n([\s\S]*)\n<\/data .{8}>$/.exec(text)?.[1];
      cursor = meta.nextCursor;
    } while (cursor !== undefined);
    expect(whole).toBe("a line of text\n".repeat(20_000));
  });

  it("refuses a cursor of another file or another range, and an altered one", async () => {
    const { meta } = await read({ path: "long.txt" });
    const cursor = String(meta.nextCursor);
    const altered = `${cursor.slice(0, 40)}${cursor[40] === "A" ? "B" : "A"}${cursor.slice(41)}`;
    for (const input of [
      { path: "other.txt", cursor },
      { path: "../long.txt", cursor },
      { path: "long.txt", start_line: 2, cursor },
      { path: "long.txt", cursor: altered },
      { path: "long.txt", cursor: cursor.slice(1) },
    ]) {
      expect((await read(input)).meta.code, JSON.stringify(input)).toBe("invalid_input");
    }
    const elsewhere = await host.callTool("fs_list", { path: ".", cursor });
    expect(elsewhere.meta.code).toBe("invalid_input");
  });

  it("refuses a tail together with a range, and a range that ends before it begins", async () => {
    expect((await read({ path: "poem.txt", tail: 1, start_line: 1 })).meta.code).toBe("invalid_input");
    expect((await read({ path: "poem.txt", start_line: 3, end_line: 2 })).meta.code).toBe("invalid_input");
  });

  it("shows what cannot be seen, and never lets it through", async () => {
    const { text } = await read({ path: "escapes.txt" });
    expect(text.split("\n")[3]).toBe("⟦U+001B⟧[31mred⟦U+202E⟧⟦U+E0041⟧ ⟦U+27E6⟧U+001B⟧");
  });

  it("names what was probably meant when a name is mistyped", async () => {
    expect((await read({ path: "peom.txt" })).text).toContain("poem.txt");
  });
});

describe("fs_read_many", () => {
  it("answers each file for itself", async () => {
    const { text, meta, isError } = await host.callTool("fs_read_many", {
      paths: ["escapes.txt", "missing", ".", "poem.txt"],
    });
    expect(isError).toBe(false);
    expect(text).toContain("three");
    const parts = meta.parts as ReadonlyArray<{ error?: string; etag?: string }>;
    expect(parts.map(({ error }) => error?.split(":")[0])).toEqual([
      undefined,
      "not_found",
      "invalid_input",
      undefined,
    ]);
    expect(parts[0]?.etag).toMatch(/^[0-9a-f]{32}$/);
  });

  it("leaves room for every file, and says where a long one goes on", async () => {
    const { text, meta } = await host.callTool("fs_read_many", { paths: ["long.txt", "other.txt", "poem.txt"] });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536);
    expect(text).toContain("three");
    const [first] = meta.parts as ReadonlyArray<{ truncated?: string; lines: string }>;
    const next = Number(first?.truncated?.match(/start_line (\d+)/)?.[1]);
    expect(next).toBe(Number(first?.lines.split("-")[1]) + 1);
  });

  it("takes a hundred files", async () => {
    const { text, isError } = await host.callTool("fs_read_many", { paths: Array(100).fill("poem.txt") });
    expect([isError, text.match(/three/g)?.length]).toEqual([false, 100]);
  });
});

describe("fs_stat", () => {
  it("tells the facts of a file and its hash", async () => {
    plant(folder, { "abc.txt": "abc" });
    expect((await host.callTool("fs_stat", { path: "abc.txt", hash: true })).structured).toMatchObject({
      path: join(folder, "abc.txt"),
      type: "file",
      size: 3,
      nlink: 1,
      sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    });
  });

  it("tells the facts of a root", async () => {
    expect((await host.callTool("fs_stat", { path: folder })).structured).toMatchObject({
      path: folder,
      type: "directory",
    });
  });

  it("shows no part of a secret that a page cuts through", async () => {
    const token = `gh${"p"}_${"a1B2".repeat(9)}`;
    const body = Array.from({ length: 20 }, (_, line) => `MIIEowIBAAKCAQEA${line}${"x".repeat(44)}`);
    const marks = ["BEGIN", "END"].map((mark) => `-----${mark} RSA PRIVATE KEY-----`);
    plant(folder, { "app.cfg": `t ${token}\n${marks[0]}\n${body.join("\n")}\n${marks[1]}\nport 80\n` });
    const ways = [{ start_line: 4, end_line: 6 }, { start_line: 10 }, { tail: 4 }, { end_line: 5 }];
    for (const way of ways) {
      const { text } = await read({ path: "app.cfg", ...way });
      for (const line of body) expect(text, JSON.stringify(way)).not.toContain(line.slice(0, 30));
    }
    let whole = "";
    for (let cursor: unknown; ; ) {
      const { text, meta } = await read({
        path: "app.cfg",
        max_bytes: 20,
        ...(cursor === undefined ? {} : { cursor }),
      });
      whole += text.slice(text.indexOf("\n\n") + 2);
      cursor = meta.nextCursor;
      if (cursor === undefined) break;
    }
    for (const piece of token.slice(4).match(/.{8}/g) ?? []) expect(whole).not.toContain(piece);
    expect(whole).not.toContain("MIIEowIBAAKCAQEA");
    expect(whole).toContain("port 80");
  });
});
