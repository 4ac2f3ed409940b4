import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Person } from "../person/person.ts";

/** What one version of the shed's connector is like. */
export interface Shed {
  readonly description?: string;
  readonly tools?: Readonly<Record<string, "read" | "write" | "destroy">>;
}

const name = "@acme/shed";
const { resolve } = createRequire(import.meta.url);
// As it is built: what is run here is no test.
const core = new URL("../../../core/dist/index.js", import.meta.url).href;
const zod = new URL("index.js", pathToFileURL(resolve("zod/package.json"))).href;

/**
 * A registry with the versions of one connector, `@acme/shed`, for a person whose `npm` and `npx` are found there: real
 * programs on core, in the place of what would be downloaded.
 */
export class Registry {
  readonly #folder: string;
  #newest = "";

  constructor(person: Person) {
    this.#folder = person.path("registry");
    mkdirSync(person.programs, { recursive: true });
    for (const [command, lines] of Object.entries(standIns(this.#folder))) {
      const file = join(person.programs, command);
      writeFileSync(file, `#!/bin/sh\n${lines}`);
      chmodSync(file, 0o755);
    }
  }

  /** Publishes a version, which is then the newest. One that is there is altered. */
  publish(version: string, { description = "Looks into the shed.", tools = { shed_look: "read" } }: Shed = {}): void {
    const folder = join(this.#folder, name, version);
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, "package.json"),
      JSON.stringify({ name, version, type: "module", bin: { shed: "cli.js" } }),
    );
    writeFileSync(join(folder, "cli.js"), program(description, tools));
    this.#newest = version;
    writeFileSync(join(this.#folder, name, "newest"), this.#newest);
  }
}

/** Stand in for `npm view <package>@latest version --json`, and for `npx -y <package>@<version> …`. */
function standIns(folder: string): Readonly<Record<"npm" | "npx", string>> {
  const missing = `{ echo "npm error code E404" >&2; exit 1; }`;
  return {
    npm: `newest="${folder}/\${2%@latest}/newest"\n[ -f "$newest" ] || ${missing}\nprintf '"%s"' "$(cat "$newest")"\n`,
    npx:
      `[ "$1" = --version ] && { echo 11.0.0; exit; }\n` +
      `program="${folder}/\${2%@*}/\${2##*@}/cli.js"\n[ -f "$program" ] || ${missing}\n` +
      `shift 2\nexec "${process.execPath}" "$program" "$@"\n`,
  };
}

function program(description: string, tools: NonNullable<Shed["tools"]>): string {
  const made = Object.entries(tools).map(
    ([tool, effect]) =>
      `defineTool({ name: "${tool}", title: "${tool}", description: ${JSON.stringify(description)}, effect: "${effect}", ` +
      "input: z.object({ shelf: z.string().optional() }), run: async () => ({ parts: [{ text: client() }] }) })",
  );
  return `import { defineConnector, defineTool, option, run } from ${JSON.stringify(core)};
import * as z from ${JSON.stringify(zod)};
const client = () => "a rake";
await run(defineConnector({
  name: "shed", title: "Shed", description: "Serves a shed.", examples: [],
  package: new URL("package.json", import.meta.url),
  options: z.object({
    key: option(z.string().optional(), { description: "The key", secret: true, environment: ["SHED_KEY"] }),
    broken: option(z.boolean().default(false), { description: "Whether it cannot be opened" }),
  }),
  open: async ({ broken }) => { if (broken) throw new Error("the lock is rusty"); },
  check: async () => ({}),
  tools: [${made.join(", ")}],
}));
`;
}
