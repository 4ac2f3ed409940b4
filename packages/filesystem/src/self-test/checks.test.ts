import { rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Containment } from "@drawbridge/core";
import { describe, expect, it } from "vitest";
import { leakyContainment } from "../../test/stand/leaky-containment.ts";
import { temporaryFolder } from "../../test/stand/temporary-folder.ts";
import type { Files } from "../files.ts";
import { openClient } from "../open-client.ts";
import type { Check } from "./check.ts";
import { allOrNothing } from "./checks/all-or-nothing.ts";
import { circles } from "./checks/circles.ts";
import { crash } from "./checks/crash.ts";
import { diskAbilities } from "./checks/disk-abilities.ts";
import { dots } from "./checks/dots.ts";
import { hardLinks } from "./checks/hard-links.ts";
import { journalPrivacy } from "./checks/journal-privacy.ts";
import { likeNames } from "./checks/like-names.ts";
import { linksOut } from "./checks/links-out.ts";
import { protectedPlaces } from "./checks/protected-places.ts";
import { secrets } from "./checks/secrets.ts";
import { sparseGiant } from "./checks/sparse-giant.ts";
import { specialFiles } from "./checks/special-files.ts";
import { swappedWhileChanged } from "./checks/swapped-while-changed.ts";
import { swappedWhileRead } from "./checks/swapped-while-read.ts";
import { undoing } from "./checks/undoing.ts";
import { checks } from "./checks.ts";
import { runCheck } from "./run-check.ts";
import { type OpenFiles, Stand } from "./stand.ts";

const log = { enabled: () => false, write() {}, flush: async () => {} };

interface Client {
  readonly lift?: "deny" | "protect";
  readonly containment?: Containment;
}

/** The connector's own client, or one with a part taken out of it. */
const opener =
  ({ lift, containment }: Client = {}): OpenFiles =>
  (root, journal) =>
    openClient(
      {
        roots: [{ path: root, access: "full" }],
        deny: lift === "deny" ? ["!**"] : [],
        protect: lift === "protect" ? ["!**"] : [],
        maxFileBytes: undefined,
        followSymlinks: false,
        journal,
      },
      { access: undefined, log },
      containment,
    );

/** A client that was meddled with once it is open. */
const meddling =
  (meddle: (files: Files, root: string) => void): OpenFiles =>
  async (root, journal) => {
    const files = await opener()(root, journal);
    meddle(files, root);
    return files;
  };

/** Does something on the disk whenever a change was made, or failed. */
const spoiling = (spoil: (root: string) => void) =>
  meddling(({ queue }, root) => {
    const run = queue.run.bind(queue);
    queue.run = (claim, signal, work) => run(claim, signal, work).finally(() => spoil(root));
  });

const forgetting: OpenFiles = (root, journal) => {
  rmSync(join(journal, "transactions"), { recursive: true, force: true });
  return opener()(root, journal);
};

const leaky = opener({ containment: leakyContainment });

const broken: ReadonlyArray<readonly [Check, string, OpenFiles]> = [
  [linksOut, "follows links wherever they lead", leaky],
  [dots, "serves the whole disk", (_, journal) => opener()("/", journal)],
  [
    circles,
    "answers something else",
    meddling((files) => {
      const reach = files.reach.bind(files);
      files.reach = () => reach("plain.txt");
    }),
  ],
  [swappedWhileRead, "goes by paths", leaky],
  [swappedWhileChanged, "goes by paths", leaky],
  [specialFiles, "takes everything for a usual file", leaky],
  [secrets, "denies nothing", opener({ lift: "deny" })],
  [protectedPlaces, "protects nothing", opener({ lift: "protect" })],
  [likeNames, "protects nothing", opener({ lift: "protect" })],
  [hardLinks, "does not see other names", leaky],
  [
    sparseGiant,
    "holds any file in memory",
    meddling((files) => void Object.assign(files, { wholeFileBytes: Number.MAX_SAFE_INTEGER })),
  ],
  [allOrNothing, "writes the half of it", spoiling((root) => writeFileSync(join(root, "one.txt"), "half"))],
  [crash, "knows nothing of what was begun", forgetting],
  [undoing, "restores no times", spoiling((root) => utimesSync(join(root, "old.txt"), 0, 0))],
  [
    journalPrivacy,
    "shows the journal",
    meddling((files) => {
      files.denies = () => false;
    }),
  ],
];

const base = temporaryFolder();
let count = 0;

function standFor(open: OpenFiles): Stand {
  count += 1;
  const folder = join(base, `${count}`);
  const signal = AbortSignal.timeout(20_000);
  return new Stand({ folder, journal: join(base, `journal-${count}`), open, signal, raceTime: 1000 });
}

describe("the checks of --self-test", () => {
  it.each(checks.map((check) => [check.claim, check] as const))("find that it holds: %s", async (_, check) => {
    expect(["ok", "note"]).toContain((await runCheck(check, standFor(opener()))).level);
  });

  it.each(broken.map(([check, how, open]) => [how, check.claim, check, open] as const))(
    "find of a client that %s that it does not hold: %s",
    async (_, claim, check, open) => {
      const finding = await runCheck(check, standFor(open));
      expect(finding).toMatchObject({ level: "problem", title: `Does not hold: ${claim}` });
      expect(finding.remedy).toContain("SECURITY.md");
    },
  );

  it("tell what a file system lacks", async () => {
    const stand = standFor(opener());
    rmSync(join(stand.root, "plain.txt"));
    expect(await runCheck(diskAbilities, stand)).toMatchObject({
      level: "note",
      detail: expect.stringContaining("without hard links"),
    });
  });

  it("are each seen to fail", () => {
    const seen = new Set([...broken.map(([check]) => check), diskAbilities]);
    expect(checks.filter((check) => !seen.has(check))).toEqual([]);
  });
});
