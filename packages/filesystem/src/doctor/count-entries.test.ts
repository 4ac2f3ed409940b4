import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { plant } from "../../test/stand/plant.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";
import { countEntries } from "./count-entries.ts";

const base = temporaryFolder();
plant(base, { "a.md": "", "deep/b.md": "", "deep/deeper/c.md": "" });
symlinkSync(base, join(base, "deep", "round"));

describe("countEntries", () => {
  it("counts files and folders at every depth, and follows no link", () => {
    expect(countEntries(base)).toEqual({ entries: 6, isAll: true });
  });

  it("stops where there are enough", () => {
    expect(countEntries(base, { entries: 6, milliseconds: 60_000 })).toEqual({ entries: 6, isAll: true });
    expect(countEntries(base, { entries: 5, milliseconds: 60_000 })).toEqual({ entries: 5, isAll: false });
  });

  it("stops when its time is over", () => {
    expect(countEntries(base, { entries: 100, milliseconds: -1 })).toEqual({ entries: 0, isAll: false });
  });

  it("passes over what is gone", () => {
    expect(countEntries(join(base, "gone"))).toEqual({ entries: 0, isAll: true });
  });
});
