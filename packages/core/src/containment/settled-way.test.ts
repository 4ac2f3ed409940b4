import fs, {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { descriptorWalk } from "./descriptor-walk.ts";
import { SettledWay } from "./settled-way.ts";

const names = Array.from({ length: 64 }, (_, index) => `file-${index}`);

let base: string;
let folder: string;
let descriptor: number;

/** Longer than a tick of the system, so that what changes from now on bears another time. */
const nextTick = () => wait(25);

beforeEach(async () => {
  base = realpathSync(mkdtempSync(join(tmpdir(), "drawbridge-settled-")));
  folder = join(base, "a/b/folder");
  for (const [place, content] of [
    [folder, "in"],
    [join(base, "outside"), "outside"],
  ] as const) {
    mkdirSync(place, { recursive: true });
    for (const name of names) writeFileSync(join(place, name), content);
  }
  descriptor = openSync(folder, "r");
  await nextTick();
});

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
  vi.useRealTimers();
  closeSync(descriptor);
  rmSync(base, { recursive: true, force: true });
});

/** As if all had been still for a while. */
function later(): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
}

/** Others change the folder for temporary files too, so that it takes a few tries now and then. */
function settled(): Promise<SettledWay> {
  later();
  return vi.waitFor(() => {
    const way = SettledWay.to(descriptor);
    expect(way?.holds()).toBe(true);
    return way as SettledWay;
  });
}

/** Puts a link to the outside in the place of a folder. */
function swap(place: string): void {
  renameSync(place, join(base, "away"));
  symlinkSync(join(base, "outside"), place);
}

function swapBack(place: string): void {
  rmSync(place);
  renameSync(join(base, "away"), place);
}

describe.runIf(process.platform === "linux")("the plain path of a folder that is held", () => {
  it("is known, and holds, while nothing on the way changes", async () => {
    const way = await settled();
    expect(way.path).toBe(folder);
  });

  it("holds whatever becomes of what is in the folder", async () => {
    await settled();
    await vi.waitFor(() => {
      const way = SettledWay.to(descriptor);
      writeFileSync(join(folder, "new"), "");
      rmSync(join(folder, "new"));
      expect(way?.holds()).toBe(true);
    });
  });

  it("is not known while something on the way changed a moment ago", () => {
    expect(SettledWay.to(descriptor)).toBeUndefined();
  });

  it.each(["a/b/folder", "a/b", "a"])("does not hold once %s is swapped, nor when it is back again", async (place) => {
    const way = await settled();
    swap(join(base, place));
    expect(way.holds()).toBe(false);
    swapBack(join(base, place));
    expect(way.holds()).toBe(false);
  });

  it("does not hold once another is mounted over the folder itself, of which the folders above tell nothing", async () => {
    const way = await settled();
    const look = fs.lstatSync;
    const mounted = (path: string, options: object) => look(path === folder ? join(base, "outside") : path, options);
    vi.spyOn(fs, "lstatSync").mockImplementation(mounted as typeof look);
    syncBuiltinESMExports();
    expect(way.holds()).toBe(false);
  });

  it("is not known of a folder that was moved or removed, nor where another stands in its place", () => {
    later();
    rmSync(folder, { recursive: true });
    expect(SettledWay.to(descriptor)).toBeUndefined();
    mkdirSync(folder);
    expect(SettledWay.to(descriptor)).toBeUndefined();
  });

  it.each(["a/b/folder", "a/b", "a"])(
    "is not known where %s is swapped while it is found out, however slowly",
    (place) => {
      const now = Date.now();
      vi.spyOn(Date, "now").mockImplementationOnce(() => {
        swap(join(base, place));
        return now + 60_000;
      });
      expect(SettledWay.to(descriptor)).toBeUndefined();
      swapBack(join(base, place));
    },
  );

  it("is not known through a link, which can be one to another link that is swapped later", () => {
    later();
    const odd = Buffer.from(`${base}/a/\xff`, "latin1");
    renameSync(join(base, "a/b"), odd);
    symlinkSync(join(base, "hop"), join(base, "a/\ufffd"));
    symlinkSync(odd, join(base, "hop"));
    expect(SettledWay.to(descriptor)).toBeUndefined();
  });

  it("is not known of one so long that no name of an entry fits behind it", () => {
    later();
    const segment = "s".repeat(200);
    let deep = openSync(base, "r");
    for (let depth = 0; depth < 19; depth += 1) {
      const at = `/proc/self/fd/${deep}/${segment}`;
      mkdirSync(at);
      const inner = openSync(at, "r");
      closeSync(deep);
      deep = inner;
    }
    const way = SettledWay.to(deep);
    closeSync(deep);
    expect(way).toBeUndefined();
  });

  it("is not known below /proc, whose folders note nothing", () => {
    later();
    const other = openSync("/proc/self/task", "r");
    expect(SettledWay.to(other)).toBeUndefined();
    closeSync(other);
  });
});

describe.runIf(process.platform === "linux")("the facts of many entries of a folder that is held", () => {
  /** The names, of which some do something when they are read for the first time. */
  function namesThat(happenings: Readonly<Record<number, () => void>>): string[] {
    const some = [...names];
    for (const [index, happens] of Object.entries(happenings)) {
      const left = [happens];
      const get = () => {
        for (const happening of left.splice(0)) happening();
        return names[Number(index)];
      };
      Object.defineProperty(some, index, { get, enumerable: true });
    }
    return some;
  }

  const sizesOf = (asked: readonly string[]) => {
    using held = descriptorWalk.openRoot(folder);
    return held.statAll(asked).map((stats) => stats?.size);
  };

  it("are those of each, and none of one that is gone", () => {
    later();
    expect(sizesOf([...names, "gone", "file-0/x"])).toEqual([...names.map(() => 2), undefined, undefined]);
  });

  it.each(["a/b/folder", "a/b", "a"])("are its own where %s is swapped for a link in the middle", (place) => {
    later();
    expect(sizesOf(namesThat({ 20: () => swap(join(base, place)) }))).toEqual(names.map(() => 2));
    swapBack(join(base, place));
  });

  it.each(["a/b/folder", "a/b", "a"])("are its own where %s is swapped, and is back before the end", (place) => {
    later();
    const asked = namesThat({ 20: () => swap(join(base, place)), 50: () => swapBack(join(base, place)) });
    expect(sizesOf(asked)).toEqual(names.map(() => 2));
  });
});
