import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The variables of who installs from the rehearsed registry: a home of their own, npm with an empty cache and no settings but
 * the registry. Nothing of this machine's npm, of this project's variables or of a person's tokens is among them.
 */
export function rehearsedEnvironment(folder: string, registry: string, outer: Environment = process.env): Environment {
  const home = join(folder, "home");
  mkdirSync(home, { recursive: true });
  const settings = join(folder, "npmrc");
  writeFileSync(settings, npmSettings(registry, join(folder, "npm-cache")));
  return {
    PATH: outer.PATH,
    TMPDIR: outer.TMPDIR,
    LANG: outer.LANG,
    HOME: home,
    NPM_CONFIG_USERCONFIG: settings,
  };
}

/**
 * Those of who releases to it: this machine's, so that the package manager finds its store, and npm's settings as above. What a
 * package manager hands down to scripts would win over settings, and is left out.
 */
export function releasingEnvironment(
  settings: string,
  registry: string,
  outer: Environment = process.env,
): Environment {
  const kept = Object.entries(outer).filter(([name]) => !/^p?npm_config_/i.test(name) && name !== "INIT_CWD");
  return {
    ...Object.fromEntries(kept),
    NPM_CONFIG_USERCONFIG: settings,
    // Changesets asks what is published already of no other setting than this.
    npm_config_registry: registry,
    TURBO_TELEMETRY_DISABLED: "1",
    CI: "1",
  };
}

/** npm publishes only with a token, be it any. */
function npmSettings(registry: string, cache: string): string {
  const { host } = new URL(registry);
  return [
    `registry=${registry}`,
    `//${host}/:_authToken=rehearsal`,
    `cache=${cache}`,
    "update-notifier=false",
    "audit=false",
    "fund=false",
    "",
  ].join("\n");
}
