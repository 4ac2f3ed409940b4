import { describe, expect, it } from "vitest";
import { GuardedPlaces } from "./guarded-places.ts";
import { secretGlobs } from "./secret-globs.ts";

const secretsWith = (globs: readonly string[] = []) => new GuardedPlaces({ wellKnown: secretGlobs, globs });

const deny = secretsWith();
const denies = (path: string, among = deny) => among.has([], path.split("/"));

describe("places of secrets", () => {
  const secrets = [
    ...[".env", ".env.local", ".env.production", "prod.env", "id_rsa", "id_dsa", "id_ecdsa", "id_ed25519"],
    ...["id_ecdsa_sk", "id_ed25519_sk", "server.pem", "server.key", "apple.p8", "cert.p12", "cert.pfx", "putty.ppk"],
    ...["store.jks", "my.keystore", "passwords.kdbx", ".aws/credentials", ".azure/tokens.json"],
    ...[".azure/deep/tokens.json", ".config/gcloud/credentials.db", ".config/gcloud/legacy/x/adc.json"],
    ...[".config/gh/hosts.yml", ".docker/config.json", ".git-credentials", ".gnupg/secring.gpg", ".htpasswd"],
    ...[".kube/config", ".netrc", "_netrc", ".npmrc", ".pgpass", ".pypirc", ".vault-token"],
    ".terraform.d/credentials.tfrc.json",
    ...[".aws/cli/cache/8a1.json", ".boto", ".config/git/credentials", ".config/rclone/rclone.conf", ".dockercfg"],
    ...[".gem/credentials", ".s3cfg"],
    ...["proc/self/environ", "proc/17/task/17/environ", "proc/self/task/17/environ", "proc/thread-self/environ"],
    ...["proc/17/cmdline", "proc/17/task/18/cmdline", "proc/17/mem", "proc/17/task/18/mem", "proc/kcore"],
  ];
  it.each(secrets)("holds %s back, in every folder and in capitals", (path) => {
    expect(denies(path)).toBe(true);
    expect(denies(`home/me/${path}`)).toBe(true);
    expect(denies(path.toUpperCase())).toBe(true);
  });

  it.each([
    ...["environment.md", "env", ".envoy/config", ".envelope", "key.txt", "pem.md", "a.pem.txt", "monkey", "key"],
    ...["id_rsa.pub", "my_id_rsa_notes.md", "aws/credentials", ".aws/config", "credentials", "config.json"],
    ...[".aws/cli/alias", ".config/git/ignore", "gem/credentials", "boto", "s3cfg.md"],
    ...["docker/config.json", "kube/config", "netrc.md", "npmrc", "hosts.yml", "README.md"],
    ...["proc/17/status", "proc/17/task/17/comm", "proc/meminfo", "proc/cmdline", "environ", "task/17/environ", "mem"],
  ])("lets the innocent %s be read", (path) => {
    expect(denies(path)).toBe(false);
  });

  it("holds back what a root inside such a place serves", () => {
    expect(deny.has(["home", "me", ".aws"], ["credentials"])).toBe(true);
    expect(deny.has(["home", "me", ".gnupg", "private-keys-v1.d"], ["a.key2"])).toBe(true);
    expect(deny.has(["home", "me", ".aws"], ["config"])).toBe(false);
  });

  it("adds the person's globs, which are relative to the roots", () => {
    const own = secretsWith(["secret/**", "*.SQL"]);
    expect(denies("x/secret/a", own)).toBe(true);
    expect(denies("dump.sql", own)).toBe(true);
    expect(denies(".env", own)).toBe(true);
    expect(own.has(["srv", "secret"], ["a"])).toBe(false);
  });

  it("holds a name back in either form of its accents", () => {
    const own = secretsWith(["café.txt".normalize("NFC")]);
    expect([denies("café.txt".normalize("NFD"), own), denies("CAFÉ.TXT".normalize("NFD"), own)]).toEqual([true, true]);
    expect(denies("cafe.txt", own)).toBe(false);
  });

  it("lifts what a glob after an exclamation mark says, and no more", () => {
    const own = secretsWith(["!.env.example", "!fixtures/**"]);
    expect(denies(".env.example", own)).toBe(false);
    expect(denies("test/fixtures/server.pem", own)).toBe(false);
    expect(denies(".env", own)).toBe(true);
    expect(own.has(["srv", "fixtures"], ["server.pem"])).toBe(true);
  });

  it("lifts for a root inside such a place what is said of the whole path", () => {
    expect(secretsWith(["!.aws/credentials"]).has(["home", ".aws"], ["credentials"])).toBe(false);
  });

  it("refuses a glob that it cannot read", () => {
    expect(() => secretsWith(["[a"])).toThrow(expect.objectContaining({ code: "invalid_input" }));
  });

  it.each(["private", "private/", "**/private", "/srv/data/private", "/srv/data/private/**"])(
    "denies with %s a folder and all that is in it",
    (glob) => {
      const deny = secretsWith([glob]);
      expect(deny.has(["srv", "data"], ["private", "deep", "a.txt"])).toBe(true);
      expect(deny.has(["srv", "data"], ["public", "a.txt"])).toBe(false);
      expect(deny.has(["srv", "data"], ["private-not.txt"])).toBe(false);
    },
  );

  it("means by a glob from the top no folder of that name elsewhere", () => {
    const own = secretsWith(["/private", "!/srv/.env"]);
    expect(own.has(["srv"], ["private", "a"])).toBe(false);
    expect(own.has([], ["private", "a"])).toBe(true);
    expect([own.has(["srv"], [".env"]), own.has(["srv", "x", "srv"], [".env"])]).toEqual([false, true]);
  });

  it("leaves a folder readable that is named like a file of secrets", () => {
    expect(secretsWith().has([], [".env", "lib", "site.py"])).toBe(false);
  });
});
