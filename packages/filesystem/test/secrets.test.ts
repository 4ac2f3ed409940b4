import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Host } from "@drawbridge/testkit";
import { beforeAll, describe, expect, it } from "vitest";
import { secretGlobs } from "../src/guarding/secret-globs.ts";
import { plant } from "./stand/plant.ts";
import { serveBuilt } from "./stand/serve-built.ts";
import { temporaryFolder } from "./stand/temporary-folder.ts";

const folder = temporaryFolder();

/** What transactions call things meanwhile, which may be secrets by their own names. */
const unnamed = [
  ".drawbridge-20261127074401596-0bceb504-1.tmp",
  ".drawbridge-20261127074401596-0bceb504.1.tmp",
  ".drawbridge-20261127074401596-0bceb504-2.tmp/credentials",
  ".drawbridge-20261127074401596-0bceb504-2.hidden/credentials",
];

/** A name for each default glob, in the root, in a folder and in other letter case. */
const secrets = [...secretGlobs, ...unnamed].flatMap((glob) => {
  const path = glob.replace("**", "tokens.db").replaceAll("*", "some");
  return [path, `project/${path}`, `capitals/${path.toUpperCase()}`];
});
plant(folder, Object.fromEntries(secrets.map((path) => [path, "TOPSECRET"])));

const innocents = [
  ...["environment.md", "key.txt", "pem.md", ".envoy/config", "id_rsa.pub", "aws/credentials"],
  ".drawbridge-notes.tmp",
];
plant(folder, Object.fromEntries(innocents.map((path) => [path, "HARMLESS"])));

const links = secrets.map((path, index) => {
  symlinkSync(join(folder, path), join(folder, `innocent-${index}.txt`));
  return `innocent-${index}.txt`;
});
plant(folder, { "vault/real-settings": "TOPSECRET" });
symlinkSync("vault/real-settings", join(folder, "linked.env"));
symlinkSync(".aws", join(folder, "cloud"));

let host: Host;
beforeAll(async () => {
  host = await serveBuilt([folder]);
});

const addressOf = (path: string) => pathToFileURL(join(folder, path)).href;

describe.each(["by its own name", "through a link with an innocent name"])("a file of secrets, %s,", (way) => {
  const paths = way === "by its own name" ? secrets : links;

  it.each(["fs_read", "fs_read_media", "fs_outline"])("is refused by %s", async (tool) => {
    for (const path of paths) {
      const { meta, text } = await host.callTool(tool, { path });
      expect([path, meta.code]).toEqual([path, "refused"]);
      expect(text).not.toContain("TOPSECRET");
    }
  });

  it("is refused by fs_read_many, and spoils nothing else", async () => {
    for (let start = 0; start < paths.length; start += 50) {
      const asked = paths.slice(start, start + 50);
      const { text, isError } = await host.callTool("fs_read_many", { paths: [...asked, "key.txt"] });
      expect(isError).toBe(false);
      expect(text).not.toContain("TOPSECRET");
      expect(text).toContain("HARMLESS");
      expect(text.match(/error: refused/g)).toHaveLength(asked.length);
    }
  });

  it("is not hashed by fs_stat, which tells its other facts", async () => {
    for (const path of paths) {
      expect((await host.callTool("fs_stat", { path, hash: true })).meta.code, path).toBe("refused");
      expect((await host.callTool("fs_stat", { path })).isError, path).toBe(false);
    }
  });

  it("is refused as a resource", async () => {
    for (const path of paths) await expect(host.readResource(addressOf(path)), path).rejects.toThrow(/secret/);
  });
});

describe("the places of secrets", () => {
  it("show in no list of resources", async () => {
    const listed = (await host.listResources()).map(({ name }) => name);
    expect(listed).toContain("key.txt");
    for (const path of secrets) expect(listed).not.toContain(path);
  });

  it("are marked by fs_stat", async () => {
    expect((await host.callTool("fs_stat", { path: ".env" })).structured).toMatchObject({ secret: true });
    expect((await host.callTool("fs_stat", { path: "key.txt" })).structured).not.toHaveProperty("secret");
  });

  it("hold back what lies behind a link that has a secret's name", async () => {
    expect((await host.callTool("fs_read", { path: "linked.env" })).meta.code).toBe("refused");
  });

  it("hold back what is reached through a link to their folder", async () => {
    expect((await host.callTool("fs_read", { path: "cloud/credentials" })).meta.code).toBe("refused");
  });

  it("hold back by a path with .. and doubled slashes in it", async () => {
    for (const path of [
      "project/../.env",
      ".//.env",
      `${folder}/./project//.env`,
      "./project/.aws/../.aws/credentials",
    ])
      expect((await host.callTool("fs_read", { path })).meta.code, path).toBe("refused");
  });

  it("hold back where the root itself lies in one", async () => {
    const inside = await serveBuilt([join(folder, ".aws"), join(folder, ".gnupg")]);
    expect((await inside.callTool("fs_read", { path: "credentials" })).meta.code).toBe("refused");
    expect((await inside.callTool("fs_read", { path: join(folder, ".gnupg/tokens.db") })).meta.code).toBe("refused");
  });

  it.each(innocents)("have an innocent twin that is read: %s", async (path) => {
    expect((await host.callTool("fs_read", { path })).text).toContain("HARMLESS");
    expect((await host.callTool("fs_stat", { path, hash: true })).structured).toHaveProperty("sha256");
    expect((await host.readResource(addressOf(path))).text).toBe("HARMLESS");
  });
});

describe.skipIf(process.platform !== "linux")("what /proc tells of a process, which only Linux does,", () => {
  const own = `/proc/${process.pid}`;

  it("is not its environment, its command line or its memory, by whatever path", async () => {
    const proc = await serveBuilt(["/proc"]);
    const processes = [own, `${own}/task/${process.pid}`, "/proc/self", "/proc/thread-self"];
    const paths = processes.flatMap((each) => ["environ", "cmdline", "mem"].map((name) => `${each}/${name}`));
    for (const path of paths) {
      expect((await proc.callTool("fs_read", { path })).text, path).toMatch(/^refused: The content/);
      await expect(proc.readResource(pathToFileURL(path).href), path).rejects.toThrow(/secret/);
    }
  });

  it("is none of these where the process itself is the root", async () => {
    const served = await serveBuilt(["/proc/self", `${own}/task`]);
    for (const path of ["environ", "task/../cmdline", `${own}/task/${own.slice(6)}/environ`])
      expect((await served.callTool("fs_read", { path })).text, path).toMatch(/^refused: The content/);
  });

  it("is its state, and its environment where a person lifts that", async () => {
    const proc = await serveBuilt(["--deny", "!proc/*/environ", "/proc"], { MARKED: "by-the-test" });
    expect((await proc.callTool("fs_read", { path: `${own}/task/${process.pid}/status` })).text).toContain("Name:");
    const lifted = await proc.callTool("fs_read", { path: "/proc/self/environ", encoding: "utf-8" });
    expect(lifted.text).toContain("by-the-test");
    expect((await proc.callTool("fs_read", { path: "/proc/self/cmdline" })).meta.code).toBe("refused");
  });
});

describe("--deny", () => {
  it("adds to the places of secrets", async () => {
    const strict = await serveBuilt(["--deny", "*.MD", "--deny", "aws/**", folder]);
    for (const path of ["pem.md", "aws/credentials", ".env"])
      expect((await strict.callTool("fs_read", { path })).meta.code, path).toBe("refused");
    expect((await strict.callTool("fs_read", { path: "key.txt" })).isError).toBe(false);
  });

  it("lifts one with an exclamation mark, and no other", async () => {
    const lenient = await serveBuilt(["--deny", "!some.pem", folder]);
    expect((await lenient.callTool("fs_read", { path: "project/some.pem" })).text).toContain("TOPSECRET");
    expect((await lenient.callTool("fs_read", { path: "some.key" })).meta.code).toBe("refused");
  });
});
