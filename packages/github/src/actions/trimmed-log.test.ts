import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { trimmedLog } from "./trimmed-log.ts";

const line = fc.constantFrom(
  "fine",
  "also fine",
  "##[error]Bad",
  "Error: worse",
  "2026-01-05T10:00:00.0000000Z stamped",
);

describe("trimmedLog", () => {
  it("accounts for every line: those that it shows, in order, and those that it counts", () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 80 }), fc.integer({ min: 1, max: 30 }), (lines, most) => {
        const { lines: shown, total } = trimmedLog(lines.join("\n"), most, { before: 3, after: 1 });
        const plain = lines.map((one) => one.replace(/^2026\S+ /, ""));
        let at = 0;
        let kept = 0;
        for (const one of shown) {
          const skipped = /^… (\d+) lines …$/.exec(one)?.[1];
          if (skipped !== undefined) at += Number(skipped);
          else {
            expect(one).toBe(plain[at]);
            at += 1;
            kept += 1;
          }
        }
        expect([at, total]).toEqual([lines.length, lines.length]);
        expect(kept).toBeLessThanOrEqual(most);
      }),
    );
  });

  it("keeps the last error where not all around it can stay", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.nat(5), (before, after) => {
        const lines = [...before, "##[error]The last", ...Array.from({ length: after }, () => "fine")];
        const { lines: shown, hasErrors } = trimmedLog(lines.join("\n"), 6);
        expect([hasErrors, shown.includes("##[error]The last")]).toEqual([true, true]);
      }),
    );
  });

  it("shows the end of a log without errors", () => {
    const log = Array.from({ length: 9 }, (_, index) => `line ${index}\r\n`).join("");
    expect(trimmedLog(log, 2)).toEqual({ lines: ["… 7 lines …", "line 7", "line 8"], total: 9, hasErrors: false });
  });

  it.each([
    "\uFEFF2026-01-05T10:00:00.0000000Z ##[error]Process completed",
    "panic: oh",
    "FAIL a.test.ts",
    "not ok 3 - adds",
  ])("takes %j for an error", (error) => expect(trimmedLog(`fine\n${error}\nfine`, 9).hasErrors).toBe(true));

  it.each(["failover is on", "0 errors", "no Errors found"])("does not take %j for one", (text) =>
    expect(trimmedLog(text, 9).hasErrors).toBe(false),
  );
});
