import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ConnectorError } from "@drawbridge/core";
import { describe, expect, it } from "vitest";
import { unzip } from "../src/changing/unzip.ts";
import { zip } from "../src/changing/zip.ts";
import { craftZip } from "./stand/craft-zip.ts";
import { openFiles } from "./stand/open-files.ts";
import { plant } from "./stand/plant.ts";
import { startSwapping } from "./stand/start-swapping.ts";
import { swapTime, swapTries } from "./stand/swap-tries.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const expectedCodes = ["refused", "not_found", "conflict"];
const tries = swapTries(400);
const caller = { principal: "tester", signal: new AbortController().signal };

/** Calls again and again; how often it went well. Throws for an answer that no swap explains. */
async function tryOften(call: (round: number) => Promise<void>): Promise<number> {
  let well = 0;
  for (let round = 0; round < tries; round += 1) {
    try {
      await call(round);
      well += 1;
    } catch (error) {
      if (!ConnectorError.is(error)) throw error;
      expect(expectedCodes).toContain(error.code);
    }
  }
  return well;
}

describe.runIf(process.platform === "linux")("a folder that is swapped for a link to the outside", () => {
  it(
    `never puts what is outside into an archive in ${tries} tries (SWAP_TRIES for more)`,
    async () => {
      await using swapped = await startSwapping(join(temporaryFolder(), "base"));
      const files = openFiles([swapped.root], { access: "write" });
      const well = await tryOften(async (round) => {
        const paths = round % 2 === 0 ? ["dir"] : ["dir/sub", "dir/file"];
        const { bytes } = await zip(files, { paths, to: `${round}.zip` }, { ...caller, tool: "fs_zip", packed() {} });
        // What lies outside is longer.
        expect(bytes).toBeLessThanOrEqual(2 * "INSIDE".length);
      });
      expect(well).toBeGreaterThan(5);
    },
    swapTime,
  );

  it(
    `never has an archive unpacked outside in ${tries} tries (SWAP_TRIES for more)`,
    async () => {
      const base = join(temporaryFolder(), "base");
      await using swapped = await startSwapping(base);
      const files = openFiles([swapped.root], { access: "write" });
      const before = readdirSync(join(base, "outside"), { recursive: true });
      const well = await tryOften(async (round) => {
        const to = [`dir/new-${round}`, `dir/sub/new-${round}`, "dir/sub"][round % 3] ?? "";
        plant(swapped.root, { "a.zip": craftZip([{ name: `sub/${round}/b`, content: "x" }, { name: `c-${round}` }]) });
        await unzip(files, { path: "a.zip", to }, { ...caller, tool: "fs_unzip", unpacked() {} });
      });
      expect(readdirSync(join(base, "outside"), { recursive: true })).toEqual(before);
      expect(well).toBeGreaterThan(5);
    },
    swapTime,
  );
});
