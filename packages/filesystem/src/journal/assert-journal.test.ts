import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openFiles } from "../../test/stand/open-files.ts";
import { plant } from "../../test/stand/plant.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";
import { filesystem } from "../connector.ts";

const base = temporaryFolder();
plant(base, { "root/a": "", file: "" });
mkdirSync(join(base, "open"));
chmodSync(join(base, "open"), 0o755);

const check = async (journal: string, access: "read" | "write" = "write") =>
  filesystem.check(
    openFiles([join(base, "root")], { access, journal: join(base, journal) }),
    AbortSignal.timeout(5000),
  );

it.runIf(process.platform !== "win32").each([
  ["lies in a file", "file/transactions", /cannot be made.*no folder/],
  ["is a file", "file", /no folder/],
  ["others may read", "open", /others.*chmod 700/],
])("a check fails where nothing could be changed since the journal %s", async (_, journal, words) => {
  await expect(check(journal)).rejects.toThrow(words);
});

it("a check goes well where there is no journal yet, and makes none; or where nothing may be changed", async () => {
  expect(await check("new/transactions")).toMatchObject({ roots: [{ access: "write" }] });
  expect(existsSync(join(base, "new"))).toBe(false);
  expect(await check("file", "read")).toMatchObject({ roots: [{ access: "read" }] });
});
