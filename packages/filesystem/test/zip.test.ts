import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { plant } from "./stand/plant.ts";
import { serveHere } from "./stand/serve-here.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

it("packs and unpacks", async () => {
  const root = temporaryFolder();
  plant(root, { "a/b.txt": "hello", "a/c/d.bin": Buffer.alloc(300_000, 7), "é.txt": "x", "a/e/": "" });
  chmodSync(join(root, "a/b.txt"), 0o755);
  utimesSync(join(root, "a/b.txt"), 1_000_000_000, 1_000_000_000);
  symlinkSync("b.txt", join(root, "a/l"));
  const host = await serveHere("--journal", join(temporaryFolder(), "j"), `${root}:write`);
  const zipped = await host.callTool("fs_zip", { paths: ["a", "é.txt"], to: "a/o.zip" });
  console.error(zipped.text);
  console.error(execFileSync("unzip", ["-Zl", join(root, "a/o.zip")]).toString());
  const un = await host.callTool("fs_unzip", { path: "a/o.zip", to: "out" });
  console.error(un.text);
  console.error(execFileSync("ls", ["-laR", join(root, "out")]).toString());
});
