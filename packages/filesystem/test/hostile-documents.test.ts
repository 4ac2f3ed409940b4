import { existsSync, readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { type Host, RawServer } from "@drawbridge/testkit";
import { beforeAll, describe, expect, it } from "vitest";
import { builtCli } from "./stand/built-cli.ts";
import { deflateBomb } from "./stand/deflate-bomb.ts";
import { pagePdfOf, pdfOf } from "./stand/pdf-of.ts";
import { plant } from "./stand/plant.ts";
import { residentMebibytes } from "./stand/resident-mebibytes.ts";
import { serveHere } from "./stand/serve-here.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";
import { workbookOf } from "./stand/workbook-of.ts";

/** Inflated, 3 GiB. */
const blocks = 192;

const folder = temporaryFolder();
const zlibHeader = Buffer.from([0x78, 0x9c]);
const cell = (text: string) => `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`;
const stringCell = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
const strings = deflateBomb(blocks, `<si><t>${"a".repeat(1024 - 16)}</t></si>`, "<sst>");
const entities = Array.from({ length: 9 }, (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`).join(
  "",
);

plant(folder, {
  "bomb.xlsx": workbookOf(stringCell, { sharedStrings: { deflated: strings, size: blocks * 16 * 1024 * 1024 } }),
  "lying-bomb.xlsx": workbookOf(stringCell, { sharedStrings: { deflated: strings, size: 100 } }),
  "entities.xlsx": workbookOf(cell("&e9;"), { doctype: `<!DOCTYPE x [<!ENTITY e0 "lol">${entities}]>` }),
  "outside.xlsx": workbookOf(cell("&file;"), { doctype: '<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd">]>' }),
  "corners.xlsx": workbookOf(
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
  ),
  "tame.xlsx": workbookOf(cell("inside")),
  "bomb.pdf": pagePdfOf(Buffer.concat([zlibHeader, deflateBomb(blocks)])),
  "bomb-in-bomb.pdf": pagePdfOf(
    deflateSync(Buffer.concat([zlibHeader, deflateBomb(blocks)])),
    "[/FlateDecode /FlateDecode]",
  ),
  "ring.pdf": pdfOf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000000 >>"),
  "bookmarks.pdf": pdfOf(
    "<< /Type /Catalog /Pages 2 0 R /Outlines 3 0 R >>",
    "<< /Type /Pages /Kids [] /Count 0 >>",
    "<< /First 4 0 R /Last 4 0 R >>",
    "<< /Title (a) /Next 5 0 R /First 5 0 R >>",
    "<< /Title (b) /Next 4 0 R /First 4 0 R >>",
  ),
  "tame.pdf": pagePdfOf(deflateSync("BT /F1 12 Tf 10 10 Td (inside) Tj ET")),
  "deep.json": `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
  "deep.yaml": "[".repeat(100_000),
  "deep-keys.yaml": Array.from({ length: 4000 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join(""),
  "deep.ts": "class A{m(){".repeat(100_000),
  "wide.md": "# heading\n".repeat(400_000),
});

let host: Host;
beforeAll(async () => {
  host = await serveHere(folder);
});

const outline = (path: string) => host.callTool("fs_outline", { path });

describe("a hostile document", () => {
  it.each(["bomb.xlsx", "bomb.pdf", "bomb-in-bomb.pdf"])(
    "that inflates without end is refused, and the server neither grows nor waits: %s",
    async (path) => {
      const before = residentMebibytes(process.pid);
      const bomb = outline(path);
      const others: number[] = [];
      const first = await Promise.race([
        bomb.then(() => "bomb"),
        host.callTool("fs_stat", { path }).then(() => "stat"),
      ]);
      const watching = setInterval(() => others.push(residentMebibytes(process.pid)), 50);
      const { meta, text } = await bomb;
      clearInterval(watching);
      expect([first, meta.code, text]).toEqual([
        "stat",
        "refused",
        expect.stringMatching(/takes (too much memory|over 15 s)/),
      ]);
      expect(Math.max(...others) - before).toBeLessThan(200);
    },
    60_000,
  );

  it("that claims to be smaller than it is is refused", async () => {
    expect((await outline("lying-bomb.xlsx")).meta.code).toBe("invalid_input");
  });

  it.runIf(process.platform === "linux")("is not parsed on when the server is killed", async () => {
    const server = new RawServer(builtCli, { argv: [folder] });
    await server.initialize();
    void server.request("tools/call", { name: "fs_outline", arguments: { path: "bomb.pdf" } }).catch(() => {});
    const children = () => readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, "utf8").trim();
    await expect.poll(children).not.toBe("");
    const parser = Number(children());
    process.kill(Number(server.pid), "SIGKILL");
    await server.exited;
    await expect.poll(() => isRunning(parser), { timeout: 5000 }).toBe(false);
  });

  it.each([
    ["tame.xlsx", "A1: inside"],
    ["tame.pdf", "inside"],
  ])("has an innocent twin, which is read: %s", async (path, text) => {
    expect(await outline(path)).toMatchObject({ isError: false, text: expect.stringContaining(text) });
  });

  it("has its entities neither multiplied nor fetched", async () => {
    expect((await outline("entities.xlsx")).text).toContain("A1: &e9;");
    const { text } = await outline("outside.xlsx");
    expect(text).toContain("A1: &file;");
    expect(text).not.toContain("root:");
  });

  it("may have two cells at the corners of a sheet", async () => {
    expect((await outline("corners.xlsx")).text).toContain("XFD1048576: 2");
  });

  it.each(["ring.pdf", "bookmarks.pdf"])("is not followed in a ring: %s", async (path) => {
    expect((await outline(path)).meta.code).toBeOneOf([undefined, "invalid_input"]);
  });

  it.each(["deep.json", "deep.yaml", "deep-keys.yaml"])(
    "is refused where it is nested without end: %s",
    async (path) => {
      const { meta, text } = await outline(path);
      expect([meta.code, text]).toEqual(["invalid_input", expect.stringContaining("nested too deep")]);
    },
  );

  it("gives of code that is nested without end what can be told", async () => {
    expect(await outline("deep.ts")).toMatchObject({ isError: false, meta: { problem: expect.any(String) } });
  });

  it("comes in pages where its outline is long", async () => {
    const { meta, text } = await outline("wide.md");
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536);
    expect(meta.nextCursor).toEqual(expect.any(String));
  });
});

/** A process that ended may stand there until it is asked for. */
function isRunning(pid: number): boolean {
  return existsSync(`/proc/${pid}/stat`) && !readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");
}
