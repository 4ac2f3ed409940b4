import { existsSync } from "node:fs";
import { isAbsolute } from "node:path";
import { nearest, UsageError } from "@drawbridge/core";
import { officialConnectors } from "./official-connectors.ts";

/** What somebody wrote to name a connector. */
export type Reference =
  | { readonly kind: "folder"; readonly folder: string }
  | { readonly kind: "package"; readonly package: string; readonly version: string | undefined };

const version = String.raw`\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?`;
const packageName = new RegExp(`^(@[a-z0-9][a-z0-9._-]*/[a-z0-9][a-z0-9._-]*)(?:@(${version}))?$`);
const ownName = new RegExp(`^([a-z][a-z0-9-]*)(?:@(${version}))?$`);

/**
 * Reads a connector's name: `filesystem`, `github@1.2.3`, `@acme/tickets-connector`, `./my-connector`. Throws `UsageError`
 * for a name that none of the project's connectors has, with the nearest one.
 */
export function readReference(text: string): Reference {
  if (/^(\.{1,2}|~)?[\\/]|^\.{1,2}$/.test(text) || isAbsolute(text)) return { kind: "folder", folder: text };
  const scoped = packageName.exec(text);
  if (scoped !== null) return { kind: "package", package: scoped[1] ?? "", version: scoped[2] };
  const own = ownName.exec(text);
  const known = officialConnectors();
  const connector = known.find(({ name }) => name === own?.[1]);
  if (connector !== undefined) return { kind: "package", package: connector.package, version: own?.[2] };
  throw new UsageError(
    problemWith(
      text,
      known.map(({ name }) => name),
    ),
  );
}

function problemWith(text: string, names: readonly string[]): string {
  const [written = text, asked] = text.split(/(?<=.)@/);
  if (names.includes(written))
    return `${JSON.stringify(asked)} is no exact version; write ${written}@1.2.3, or ${written} for the newest`;
  const meant = nearest(written, names);
  const hint =
    meant === undefined
      ? `there are ${names.join(", ")}; a package of somebody else's is written @scope/name, a folder ./name`
      : `did you mean ${meant}?`;
  return `there is no connector ${JSON.stringify(text)}${existsSync(text) ? `; for the folder write ./${text}` : `; ${hint}`}`;
}
