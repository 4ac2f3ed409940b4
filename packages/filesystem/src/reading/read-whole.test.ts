import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openFiles } from "../../test/stand/open-files.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";
import { openRegular } from "./open-regular.ts";
import { readWhole } from "./read-whole.ts";

const root = temporaryFolder();
const files = openFiles([root], { maxFileBytes: 10_000_000 });
const signal = new AbortController().signal;

describe("a file as a whole", () => {
  it.each([0, 1, 65_535, 65_536, 5_000_000, 10_000_000])("comes with each of its %i bytes", async (length) => {
    const bytes = Buffer.alloc(length, "drawbridge ");
    writeFileSync(join(root, "file"), bytes);
    using file = openRegular(files, "file");
    expect((await readWhole(file, files, signal)).equals(bytes)).toBe(true);
  });

  it("is refused where it grew beyond the limit after it was opened", async () => {
    writeFileSync(join(root, "grows"), "small");
    using file = openRegular(files, "grows");
    writeFileSync(join(root, "grows"), Buffer.alloc(10_000_001));
    await expect(readWhole(file, files, signal)).rejects.toMatchObject({ code: "refused" });
  });

  it("is not opened at all where the person's limit is below its size", async () => {
    writeFileSync(join(root, "large"), Buffer.alloc(10_000_001));
    expect(() => openRegular(files, "large")).toThrow("--max-file-bytes");
  });
});
