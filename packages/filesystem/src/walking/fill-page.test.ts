import { mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Host } from "@drawbridge/testkit";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { allPages } from "../../test/stand/all-pages.ts";
import { plant } from "../../test/stand/plant.ts";
import { serveHere } from "../../test/stand/serve-here.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";

const folder = temporaryFolder();
let host: Host;
beforeAll(async () => {
  host = await serveHere(folder);
});

describe("the pages of fs_list", () => {
  const crowd = join(folder, "crowd");
  const expected: string[] = [];
  for (let number = 0; number < 60; number += 1) {
    const name = `${number % 3 === 0 ? `sub-${number % 9}/` : ""}${"é".repeat(number % 5)}${number}.txt`;
    plant(crowd, { [name]: "x".repeat(number % 7) });
    utimesSync(join(crowd, name), 1_700_000_000, 1_700_000_000 + (number % 4));
    expected.push(name);
  }

  it("hold each entry exactly once, however they are sorted and cut", async () => {
    const sort = fc.constantFrom("name", "size", "modified");
    await fc.assert(
      fc.asyncProperty(sort, fc.integer({ min: 1, max: 70 }), async (by, limit) => {
        const found = await allPages(host, "fs_list", { path: "crowd", depth: 2, sort: by, limit });
        const files = found.filter(({ type }) => type === "file").map(({ path }) => path.replace("crowd/", ""));
        expect(files.toSorted()).toEqual(expected.toSorted());
        if (by === "size")
          expect(found.map(({ size = -1 }) => size)).toEqual(
            found.map(({ size = -1 }) => size).toSorted((a, b) => b - a),
          );
      }),
      { numRuns: 40 },
    );
  });

  it.each(["name", "size", "modified"])("shift nothing when entries come and go between them, by %s", async (sort) => {
    const place = join(folder, `moving-${sort}`);
    for (let number = 0; number < 40; number += 1) {
      plant(place, { [`stays-${number}`]: "x".repeat(number), [`goes-${number}`]: "x".repeat(number) });
    }
    const found = await allPages(host, "fs_list", { path: `moving-${sort}`, sort, limit: 7 }, (page) => {
      rmSync(join(place, `goes-${page * 2}`), { force: true });
      writeFileSync(join(place, `comes-${page}`), "x".repeat(page));
    });
    const stayed = found.map(({ path }) => path).filter((path) => path.includes("/stays"));
    expect(stayed).toHaveLength(40);
    expect(new Set(stayed).size).toBe(40);
    expect(new Set(found.map(({ path }) => path)).size).toBe(found.length);
  });

  it("go on when the entry of the cursor itself is gone", async () => {
    const place = join(folder, "vanishing");
    for (let number = 0; number < 9; number += 1) plant(place, { [`${number}/in.txt`]: "x" });
    const found = await allPages(host, "fs_list", { path: "vanishing", depth: 2, limit: 4 }, (page) => {
      if (page === 1) rmSync(join(place, "1"), { recursive: true });
    });
    expect(found.map(({ path }) => path.replace("vanishing/", ""))).toEqual([
      "0",
      "0/in.txt",
      "1",
      "1/in.txt",
      ...[2, 3, 4, 5, 6, 7, 8].flatMap((n) => [`${n}`, `${n}/in.txt`]),
    ]);
  });

  it("list 23,000 entries, in order and in replies of bounded size", async () => {
    const place = join(folder, "huge");
    mkdirSync(place);
    for (let number = 0; number < 23_000; number += 1) writeFileSync(join(place, `${number}`.padStart(5, "0")), "");
    const found = await allPages(host, "fs_list", { path: "huge", limit: 10_000 });
    expect(found).toHaveLength(23_000);
    expect(found.map(({ path }) => path)).toEqual(found.map(({ path }) => path).toSorted());
  }, 30_000);

  it("refuse to pass over an entry that no page can hold", async () => {
    const narrow = await serveHere("--max-result-bytes", "1024", folder);
    const name = "\u0001".repeat(200);
    plant(folder, { [`narrow/${name}`]: "", "narrow/z": "" });
    expect((await narrow.callTool("fs_list", { path: "narrow" })).meta.code).toBe("refused");
  });
});
