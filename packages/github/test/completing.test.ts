import type { Host } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { committed } from "./stand/committed.ts";
import { ServedGithub } from "./stand/served-github.ts";

const contents = "repo://{owner}/{repo}/contents{/path*}";
const refContents = "repo://{owner}/{repo}/refs/{ref}/contents{/path*}";
const issues = "repo://{owner}/{repo}/issues/{number}";
const pulls = "repo://{owner}/{repo}/pulls/{number}";
const site = { owner: "acme", repo: "site" };
const vault = { owner: "acme", repo: "vault" };

let served: ServedGithub;
let host: Host;
/** Held to the site and to all that mallory has. */
let held: Host;

beforeAll(async () => {
  served = await ServedGithub.start();
  host = await served.open({ as: "ada" });
  held = await served.open({ as: "ada", argv: ["--repos", "acme/site,mallory/*"] });
  await committed(served, "fix/deep", { "src/deep/a b.ts": "a" });
}, 60_000);
afterEach(() => {
  served.stand.calm();
  expect(served.violations()).toEqual([]);
});
afterAll(() => served[Symbol.asyncDispose]());

const uris = async (of: Host) =>
  (await of.listResources()).map(({ uri }) => uri).filter((uri) => uri.startsWith("repo:"));

describe("the list of resources", () => {
  it("shows public repositories in which the token has a part, for who names none", async () => {
    const listed = await uris(host);
    expect(listed).toContain("repo://acme/site/contents");
    expect(listed.join()).not.toMatch(/vault|tools|mallory/);
  });

  it("shows those that --repos names, without asking, private ones too", async () => {
    const named = await served.open({ as: "ada", argv: ["--repos", "acme/site,acme/vault"] });
    served.stand.requests.length = 0;
    expect(await uris(named)).toEqual(["repo://acme/site/contents", "repo://acme/vault/contents"]);
    expect(served.stand.requests).toEqual([]);
  });

  it("shows no other owner's, and of an owner who is named whole the public ones", async () => {
    expect(await uris(held)).toEqual(["repo://acme/site/contents"]);
    const all = await served.open({ as: "ada", argv: ["--repos", "acme/*"] });
    expect((await uris(all)).every((uri) => uri.startsWith("repo://acme/"))).toBe(true);
    expect((await uris(all)).join()).not.toContain("vault");
  });

  it("is whole without GitHub, and for nobody in particular", async () => {
    served.stand.disturb({ match: /user\/repos/, status: 500, times: 9 });
    expect((await host.listResources()).map(({ uri }) => uri)).toEqual(["github://trust", "github://budget"]);
    expect(await uris(await served.open())).toEqual([]);
  });

  it("is an App's own", async () => {
    const environment = { GITHUB_APP_PRIVATE_KEY: served.stand.app.privateKey };
    const app = await served.open({ argv: ["--app-id", `${served.stand.app.id}`], environment });
    expect(await uris(app)).toContain("repo://acme/site/contents");
  });
});

describe("a person who types an address is offered", () => {
  it("owners", async () => {
    expect(await host.complete(contents, "owner", "A")).toEqual(["acme"]);
    expect(await host.complete(contents, "owner", "zz")).toEqual([]);
    expect(await held.complete(contents, "owner", "")).toEqual(["acme", "mallory"]);
  });

  it("repositories of the owner", async () => {
    expect(await host.complete(contents, "repo", "s", { owner: "acme" })).toEqual(["site"]);
    expect(await host.complete(contents, "repo", "va", { owner: "acme" })).toEqual(["vault"]);
    expect(await host.complete(contents, "repo", "", { owner: "mallory" })).toEqual(["bait"]);
    expect(await held.complete(contents, "repo", "", { owner: "acme" })).toEqual(["site"]);
    expect(await held.complete(contents, "repo", "b", { owner: "mallory" })).toEqual(["bait"]);
    expect(await held.complete(contents, "repo", "", { owner: "ben" })).toEqual([]);
  });

  it("branches and tags, the default branch first", async () => {
    expect((await host.complete(refContents, "ref", "", site)).slice(0, 1)).toEqual(["main"]);
    expect(await host.complete(refContents, "ref", "fix", site)).toEqual(["fix-add", "fix/deep"]);
    expect(await host.complete(refContents, "ref", "v1", site)).toEqual(["v1.0.0"]);
    expect(await host.complete(refContents, "ref", "deep", site)).toEqual([]);
  });

  it("paths, folder by folder, of the branch that was chosen", async () => {
    expect(await host.complete(contents, "path", "s", site)).toEqual(["src/"]);
    expect(await host.complete(contents, "path", "src/add", site)).toEqual(["src/add.test.ts", "src/add.ts"]);
    const chosen = { ...site, ref: "fix/deep" };
    expect(await host.complete(refContents, "path", "src/d", chosen)).toEqual(["src/deep/"]);
    expect(await host.complete(refContents, "path", "src/deep/", chosen)).toEqual(["src/deep/a b.ts"]);
  });

  it("numbers of what is open", async () => {
    expect(await host.complete(issues, "number", "", site)).toEqual(expect.arrayContaining(["1", "2", "3"]));
    expect(await host.complete(issues, "number", "", site)).not.toContain("4");
    expect(await host.complete(pulls, "number", "5", site)).toEqual(["5"]);
  });

  it("nothing of what may not be used, or is not there", async () => {
    served.stand.requests.length = 0;
    for (const [template, variable] of [
      [contents, "path"],
      [refContents, "ref"],
      [issues, "number"],
    ] as const)
      expect(await held.complete(template, variable, "", vault)).toEqual([]);
    for (const typed of ["../", "a/../../", "/", "./"])
      expect(await host.complete(contents, "path", typed, site)).toEqual([]);
    expect(await host.complete(contents, "path", "s", { owner: "acme" })).toEqual([]);
    expect(served.stand.requests).toEqual([]);
    expect(await host.complete(contents, "path", "nothing/", site)).toEqual([]);
    expect(await host.complete(refContents, "ref", "m", { owner: "acme", repo: "nothing" })).toEqual([]);
  });

  it("the same by somebody without a token, as far as GitHub tells it", async () => {
    const nobody = await served.open();
    expect(await nobody.complete(contents, "path", "src/in", site)).toEqual(["src/index.ts"]);
    expect(await nobody.complete(issues, "number", "", site)).toEqual([]);
    expect(await nobody.complete(contents, "owner", "a")).toEqual([]);
  });

  it("for one request of each, which is free or small", async () => {
    served.stand.requests.length = 0;
    await host.complete(contents, "repo", "s", { owner: "acme" });
    await host.complete(contents, "path", "src/add", site);
    await host.complete(issues, "number", "", site);
    await host.complete(refContents, "ref", "m", site);
    expect(served.stand.requests.map(({ cost }) => cost)).toEqual([0, 0, 1, 1]);
  });
});
