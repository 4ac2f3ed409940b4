import { join } from "node:path";
import { expect, it } from "vitest";
import { craftZip } from "../../../test/stand/craft-zip.ts";
import { openFiles } from "../../../test/stand/open-files.ts";
import { plant } from "../../../test/stand/plant.ts";
import { temporaryFolder } from "../../../test/stand/temporary-folder.ts";
import { planUnzip } from "./plan-unzip.ts";
import { planZip } from "./plan-zip.ts";

const root = temporaryFolder();
plant(root, {
  "folder/a": "12345",
  "folder/b/c": "12",
  one: "1",
  "x.zip": craftZip([{ name: "d/e", content: "xyz" }]),
});
const files = openFiles([root], { access: "write" });
const { signal } = new AbortController();

it("the person who is asked is told how many files would be packed, and how large they are", async () => {
  const input = { paths: ["folder", "one"], to: "new.zip" };
  const { summary, stateDigest } = await planZip(files, input, signal);
  expect(summary).toBe(
    `Pack into ${join(root, "new.zip")}:\n\n${join(root, "folder")} (files and folders: 4, bytes: 7)\n${join(root, "one")} (bytes: 1)`,
  );
  plant(root, { "folder/more": "" });
  expect((await planZip(files, input, signal)).stateDigest).not.toBe(stateDigest);
});

it("the person who is asked is told how many files would be unpacked, and how large they are", async () => {
  const { summary } = await planUnzip(files, { path: "x.zip", to: "." }, signal);
  expect(summary).toBe(`Unpack ${join(root, "x.zip")} into ${root} (files and folders: 2, bytes: 3)`);
  plant(root, { "no.zip": "no archive" });
  await expect(planUnzip(files, { path: "no.zip", to: "." }, signal)).rejects.toMatchObject({ code: "invalid_input" });
});
