import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readTarget } from "./target-file.ts";
import { writeTarget } from "./write-target.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "target-"));
  file = join(folder, "mcp.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("a configuration file", () => {
  it("is written with its state before beside it, and nothing else", () => {
    writeFileSync(file, "old");
    expect(writeTarget(readTarget(file), "new")).toBe(`${readTarget(file).realPath}.drawbridge-backup`);
    expect(readFileSync(file, "utf8")).toBe("new");
    expect(readFileSync(`${file}.drawbridge-backup`, "utf8")).toBe("old");
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it.each(["changed", undefined])("is left as it is where somebody changed it meanwhile, to %j", (text) => {
    writeFileSync(file, "old");
    const target = readTarget(file);
    if (text === undefined) rmSync(file);
    else writeFileSync(file, text);
    expect(() => writeTarget(target, "new")).toThrow("was changed meanwhile, and was left as it is: run this again");
    expect(readdirSync(folder)).toEqual(text === undefined ? [] : ["mcp.json"]);
  });

  it("is left as it is where somebody made it meanwhile", () => {
    const target = readTarget(file);
    writeFileSync(file, "theirs");
    expect(() => writeTarget(target, "new")).toThrow("changed meanwhile");
    expect(readFileSync(file, "utf8")).toBe("theirs");
  });

  it("is made with its folders, for the person alone", () => {
    const deep = join(folder, "a", "b", "mcp.json");
    expect(writeTarget(readTarget(deep), "new")).toBeUndefined();
    expect(readFileSync(deep, "utf8")).toBe("new");
  });

  it("keeps its byte order mark, and is told of where it is not UTF-8", () => {
    writeFileSync(file, "\u{FEFF}{}");
    const target = readTarget(file);
    expect(target.text).toBe("{}");
    writeTarget(target, "[]");
    expect(readFileSync(file, "utf8")).toBe("\u{FEFF}[]");
    writeFileSync(file, Buffer.from([0x7b, 0xff, 0x7d]));
    expect(() => readTarget(file)).toThrow("is not UTF-8: save it as UTF-8");
  });

  it("is left as it is, with nothing beside it, where a folder is in the backup's place", () => {
    writeFileSync(file, "old");
    mkdirSync(`${file}.drawbridge-backup`);
    expect(() => writeTarget(readTarget(file), "new")).toThrow(
      /was left as it is: .+ is a folder, .+; move that away$/,
    );
    expect(readdirSync(folder)).toEqual(["mcp.json", "mcp.json.drawbridge-backup"]);
  });

  it("says that its folder cannot be made, where a file is in the way", () => {
    writeFileSync(join(folder, "x"), "");
    const target = {
      path: "x/mcp.json",
      realPath: join(folder, "x", "mcp.json"),
      text: undefined,
      hasMark: false,
      digest: undefined,
    };
    expect(() => writeTarget(target, "new")).toThrow(
      /was left as it is: its folder cannot be made \((EEXIST|ENOTDIR)\)/,
    );
  });
});
