import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { serveBuilt } from "./stand/serve-built.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const lines = Array.from({ length: 160 }, (_, number) => `line ${number} as it was`);

describe.runIf(process.platform !== "darwin")("two servers that change one file", () => {
  it.each([
    ["one journal", ["journal", "journal"]],
    ["a journal each", ["journal-1", "journal-2"]],
  ])("lose no edit that they answered, with %s", async (_, journals) => {
    const base = temporaryFolder();
    const file = join(base, "shared.txt");
    writeFileSync(file, lines.join("\n"));
    const hosts = await Promise.all(
      journals.map((journal) =>
        serveBuilt([`${base}:full`, "--confirm", "never", "--journal", join(base, "..", `${base}-${journal}`)]),
      ),
    );
    const kept: number[] = [];
    const work = async (own: number) => {
      for (let number = own; number < lines.length; number += hosts.length) {
        const edits = [{ path: "shared.txt", old: `line ${number} as it was`, new: `line ${number} as it is` }];
        const answer = await hosts[own]?.callTool("fs_edit", { edits });
        if (answer?.isError === false) kept.push(number);
        else expect(answer?.meta.code).toBe("conflict");
      }
    };
    await Promise.all(hosts.map((_host, own) => work(own)));
    const text = readFileSync(file, "utf8");
    expect(kept.filter((number) => !text.includes(`line ${number} as it is`))).toEqual([]);
    expect(kept.length).toBeGreaterThan(lines.length / 4);
  });
});
