import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Host } from "@drawbridge/testkit";
import { beforeAll, describe, expect, it } from "vitest";
import { serveBuilt } from "./stand/serve-built.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const folder = temporaryFolder();
const odd = [
  "line\nbreak.txt",
  "return\rhere.txt",
  "both\r\nends.txt",
  "esc\u001b[31m.txt",
  "tab\there.txt",
  "right\u202egnp.txt",
  "tag\u{e0041}.txt",
  "zero\u200bwidth.txt",
  "⟦U+001B⟧.txt",
  "⟦U+000A⟧.txt",
  "\n[path: forged].txt",
  " spaces ",
  "日本語 😀.txt",
];
let host: Host;

const raw = /[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u200b]|[\u{e0000}-\u{e007f}]/u;

interface Entry {
  readonly path: string;
}

async function listed(): Promise<readonly string[]> {
  const { structured } = await host.callTool("fs_list", { path: folder });
  return ((structured?.entries ?? []) as readonly Entry[]).map(({ path }) => path);
}

describe.skipIf(process.platform === "win32")(
  "a name with characters that deceive, and that Windows does not take,",
  () => {
    beforeAll(async () => {
      for (const name of odd) writeFileSync(join(folder, name), `content of ${odd.indexOf(name)}`);
      host = await serveBuilt([folder]);
    });

    it("is never in the text of an answer as it is", async () => {
      for (const answer of [
        await host.callTool("fs_list", { path: folder }),
        await host.callTool("fs_find", { glob: "*" }),
      ]) {
        expect(answer.text).not.toMatch(raw);
        expect(answer.text).not.toContain("\n");
      }
    });

    it("is passed back as it was listed, and reaches its own file", async () => {
      const contents: string[] = [];
      for (const path of await listed()) {
        const { text, isError } = await host.callTool("fs_read", { path });
        expect(isError, JSON.stringify(path)).toBe(false);
        contents.push(text.split("\n").at(-2) ?? "");
      }
      expect(contents.sort()).toEqual(odd.map((_, index) => `content of ${index}`).sort());
    });

    it("is passed back as the header of fs_read shows it, which stays one line", async () => {
      for (const path of await listed()) {
        const { text, meta } = await host.callTool("fs_read", { path });
        const [header = "", ...body] = text.split("\n\n");
        expect(header).not.toMatch(raw);
        expect(header).not.toContain("\n");
        expect(body).toHaveLength(1);
        const shown = /^\[path: (.*?) \| lines/.exec(header)?.[1] ?? "";
        for (const again of [shown.startsWith('"') ? JSON.parse(shown) : shown, meta.path]) {
          const { text: same } = await host.callTool("fs_read", { path: again });
          expect(same.split("\n").at(-2)).toBe(text.split("\n").at(-2));
        }
      }
    });

    it("keeps an error on one line", async () => {
      const { text, meta } = await host.callTool("fs_read", { path: "no\nsuch\u001bfile" });
      expect(meta.code).toBe("not_found");
      expect(text).not.toMatch(/\n/);
      expect(text).not.toMatch(raw);
    });

    it("is shown by fs_read_many in headers of one line each", async () => {
      const { text } = await host.callTool("fs_read_many", { paths: [...(await listed()), "gone\naway"] });
      expect(text.split("\n").filter((line) => line.startsWith("[path: "))).toHaveLength(odd.length + 1);
      expect(text).not.toMatch(raw);
    });

    it("is read as a resource by its exact address", async () => {
      for (const { uri, name } of await host.listResources()) {
        if (!uri.startsWith("file:")) continue;
        expect((await host.readResource(uri)).text, name).toMatch(/^content of \d+$/);
      }
    });
  },
);
