import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openFiles } from "../../test/stand/open-files.ts";
import { plant } from "../../test/stand/plant.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";
import { watchFile } from "./watch-file.ts";

const base = temporaryFolder();
const root = join(base, "root");
mkdirSync(root);
const files = openFiles([root]);
const at = (name: string) => join(root, name);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  rmSync(join(base, "outside"), { recursive: true, force: true });
  for (const name of readdirSync(root)) rmSync(at(name), { recursive: true });
  plant(base, {
    "root/notes/monday.md": "one",
    "root/other.md": "other",
    "root/.env": "KEY=1",
    "outside/monday.md": "x",
  });
});
afterEach(() => void vi.useRealTimers());

/** Watches a file; `look` answers whether a change was told since it was last asked. */
function watching(name: string) {
  const listener = { changed: vi.fn(), failed: vi.fn() };
  const watch = watchFile(files, at(name), listener);
  const look = () => {
    vi.advanceTimersToNextTimer();
    return listener.changed.mock.calls.splice(0).length > 0;
  };
  return { listener, look, watch };
}

describe("a watched file", () => {
  it.each<[string, () => void]>([
    ["is written to", () => writeFileSync(at("notes/monday.md"), "two")],
    ["grows", () => appendFileSync(at("notes/monday.md"), "more")],
    ["is touched", () => utimesSync(at("notes/monday.md"), 1, 1)],
    [
      "is replaced by another, as editors save",
      () => {
        writeFileSync(at("notes/.monday.md.swp"), "one");
        renameSync(at("notes/.monday.md.swp"), at("notes/monday.md"));
      },
    ],
    ["is removed", () => rmSync(at("notes/monday.md"))],
    ["is renamed away", () => renameSync(at("notes/monday.md"), at("notes/tuesday.md"))],
    ["loses its folder", () => rmSync(at("notes"), { recursive: true })],
    ["has its folder renamed", () => renameSync(at("notes"), at("archive"))],
    [
      "becomes a folder",
      () => {
        rmSync(at("notes/monday.md"));
        mkdirSync(at("notes/monday.md"));
      },
    ],
  ])("that %s is told of once", (_, change) => {
    const { look, watch } = watching("notes/monday.md");
    change();
    expect([look(), look(), look()]).toEqual([true, false, false]);
    watch.close();
  });

  it.each<[string, () => void]>([
    ["is read", () => readFileSync(at("notes/monday.md"))],
    ["has neighbours that change", () => writeFileSync(at("notes/tuesday.md"), "new")],
    ["is left alone", () => {}],
  ])("that %s is not told of", (_, use) => {
    const { look, watch } = watching("notes/monday.md");
    use();
    expect([look(), look()]).toEqual([false, false]);
    watch.close();
  });

  it("is told of when it comes back, wherever it was meanwhile", () => {
    const { look, watch } = watching("notes/monday.md");
    rmSync(at("notes"), { recursive: true });
    expect(look()).toBe(true);
    plant(root, { "notes/monday.md": "again" });
    expect(look()).toBe(true);
    writeFileSync(at("notes/monday.md"), "and again");
    expect(look()).toBe(true);
    watch.close();
  });

  it("behind a link is told of when it changes, and when the link leads elsewhere", () => {
    symlinkSync("notes/monday.md", at("link"));
    const { look, watch } = watching("link");
    appendFileSync(at("notes/monday.md"), "more");
    expect(look()).toBe(true);
    rmSync(at("link"));
    symlinkSync("other.md", at("link"));
    expect(look()).toBe(true);
    watch.close();
  });

  it("is not looked at any more once the watch is closed", () => {
    const { listener, watch } = watching("notes/monday.md");
    watch.close();
    writeFileSync(at("notes/monday.md"), "two");
    expect(vi.getTimerCount()).toBe(0);
    expect(listener.changed).not.toHaveBeenCalled();
  });

  it.runIf(process.platform === "linux")("leaves no descriptor open, however often it is looked at", () => {
    const { look, watch } = watching("notes/monday.md");
    const open = () => readdirSync("/proc/self/fd").length;
    const before = open();
    for (let round = 0; round < 200; round += 1) look();
    expect(open()).toBe(before);
    watch.close();
  });

  it("that can be looked at no more is said to be so", () => {
    const lost = openFiles([root]);
    const listener = { changed: vi.fn(), failed: vi.fn() };
    const watch = watchFile(lost, at("notes/monday.md"), listener);
    for (const { directory } of lost.roots) {
      vi.spyOn(directory, "step").mockImplementation(() => {
        throw Object.assign(new Error("The disk fails"), { code: "EIO" });
      });
    }
    vi.advanceTimersToNextTimer();
    expect(listener.failed).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
    watch.close();
  });
});

describe("a watched path that is turned elsewhere", () => {
  it("tells nothing of the outside: one change for what is gone, none for what happens there", () => {
    const { look, watch } = watching("notes/monday.md");
    renameSync(at("notes"), at("real"));
    symlinkSync(join(base, "outside"), at("notes"));
    expect(look()).toBe(true);
    for (const change of [
      () => writeFileSync(join(base, "outside/monday.md"), "changed outside"),
      () => rmSync(join(base, "outside/monday.md")),
      () => rmSync(join(base, "outside"), { recursive: true }),
    ]) {
      change();
      expect(look()).toBe(false);
    }
    rmSync(at("notes"));
    renameSync(at("real"), at("notes"));
    expect(look()).toBe(true);
    watch.close();
  });

  it("tells nothing of a place of secrets either", () => {
    symlinkSync("other.md", at("link"));
    const { look, watch } = watching("link");
    rmSync(at("link"));
    symlinkSync(".env", at("link"));
    expect(look()).toBe(true);
    writeFileSync(at(".env"), "KEY=2");
    expect(look()).toBe(false);
    watch.close();
  });
});
