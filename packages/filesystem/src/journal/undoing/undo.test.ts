import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { caller } from "../../../test/stand/caller.ts";
import { openFiles } from "../../../test/stand/open-files.ts";
import { temporaryFolder } from "../../../test/stand/temporary-folder.ts";
import { writeFile } from "../../changing/write-file.ts";
import { undo } from "./undo.ts";

const writing = { path: "a", content: "a", mode: "create", parents: false } as const;

it("two servers that take one transaction back at once do so once, and the other says why not", async () => {
  const [root, journal] = [temporaryFolder(), join(temporaryFolder(), "journal")];
  const servers = [1, 2].map(() => openFiles([root], { access: "full", journal }));
  const [first] = servers;
  if (first === undefined) throw new Error("There are two");
  const { transaction } = await writeFile(first, writing, caller());
  const answers = await Promise.allSettled(servers.map((files) => undo(files, transaction, caller())));
  expect(answers).toContainEqual({ status: "fulfilled", value: [join(root, "a")] });
  expect(answers).toContainEqual({ status: "rejected", reason: expect.objectContaining({ code: "conflict" }) });
});

it("a transaction that another server marked meanwhile is a conflict, and leaves its mark", async () => {
  const root = temporaryFolder();
  const files = openFiles([root], { access: "full" });
  const { transaction } = await writeFile(files, writing, caller());
  const journal = await files.journal();
  await journal.mark(transaction, "done", "undone");
  await expect(journal.mark(transaction, "done", "undoing")).rejects.toMatchObject({ code: "conflict" });
  expect(journal.entries()).toEqual([{ id: transaction, state: "undone" }]);
  expect(readFileSync(join(root, "a"), "utf8")).toBe("a");
});
