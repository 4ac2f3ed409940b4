import { renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Host, hostKinds, http, openHost, stdio } from "@drawbridge/testkit";
import { describe, expect, it, vi } from "vitest";
import { builtCli } from "./stand/built-cli.ts";
import { plant } from "./stand/plant.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const base = temporaryFolder();
const soon = { timeout: 15_000, interval: 50 };

let count = 0;
function makeRoot(): string {
  count += 1;
  const root = join(base, `root-${count}`);
  plant(root, { "a.md": "", "notes/b.md": "" });
  return root;
}

async function names(host: Host): Promise<string[]> {
  return (await host.listResources()).map(({ name }) => name);
}

// Together, since a list is looked at every two seconds.
describe.concurrent.each([stdio, http])("the list of resources", (place) => {
  it.for(hostKinds)(
    "is said to have changed when it has, and not otherwise, to %s",
    { timeout: 60_000 },
    async (kind, { expect, onTestFinished }) => {
      const root = makeRoot();
      const host = await openHost(kind, place(builtCli, { argv: [root] }));
      onTestFinished(() => host.close());
      const onChange = vi.fn();
      const following = await host.followResourceList(onChange);
      expect(await names(host)).toEqual(["a.md", "changes"]);
      // None of these is listed.
      plant(root, { "notes/c.md": "", ".env": "", "folder/": "" });
      symlinkSync("a.md", join(root, "link"));
      writeFileSync(join(root, "a.md"), "more");
      const changes = [
        () => writeFileSync(join(root, "new.md"), ""),
        () => renameSync(join(root, "new.md"), join(root, "newer.md")),
        () => rmSync(join(root, "newer.md")),
      ];
      for (const [index, change] of changes.entries()) {
        change();
        await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(index + 1), soon);
      }
      await following.close();
    },
  );
});

it("changes when the host comes to work in other folders", async ({ onTestFinished }) => {
  const root = makeRoot();
  const uris = [pathToFileURL(join(root, "notes")).href];
  const host = await openHost("2025-11-25, SDK 1", stdio(builtCli, { argv: [root] }), undefined, async () =>
    uris.map((uri) => ({ uri })),
  );
  onTestFinished(() => host.close());
  const onChange = vi.fn();
  await host.followResourceList(onChange);
  expect(await names(host)).toEqual(["b.md", "changes"]);
  uris[0] = pathToFileURL(root).href;
  await host.rootsChanged();
  await vi.waitFor(() => expect(onChange).toHaveBeenCalled(), soon);
  expect(await names(host)).toEqual(["a.md", "changes"]);
});
