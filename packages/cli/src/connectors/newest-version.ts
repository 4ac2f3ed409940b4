import { npmCommand } from "./npm-command.ts";
import { runProgram } from "./run-program.ts";

/** The newest version, or why it is not known. */
export type NewestVersion =
  | { readonly version: string }
  | { readonly problem: string; readonly isKnownMissing: boolean };

/** Asks the registry for a package's newest version, by npm, so that whatever npm is set to is kept to. */
export async function newestVersion(name: string): Promise<NewestVersion> {
  const { exitCode, stdout, stderr, trouble } = await runProgram(
    npmCommand("npm", ["view", `${name}@latest`, "version", "--json"]),
    { timeout: 30_000 },
  );
  if (exitCode === 0) {
    const version = versionIn(stdout);
    if (version !== undefined) return { version };
  }
  const isKnownMissing = /\bE404\b/.test(`${stdout}${stderr}`);
  const reason = isKnownMissing
    ? `the registry has no package ${name}: look at its name`
    : `the registry could not be asked for ${name} (${trouble ?? codeIn(`${stderr}${stdout}`) ?? `npm ended with ${exitCode}`})`;
  return { problem: reason, isKnownMissing };
}

function versionIn(text: string): string | undefined {
  try {
    const version: unknown = JSON.parse(text);
    return typeof version === "string" && /^\d+\.\d+\.\d+/.test(version) ? version : undefined;
  } catch {
    return undefined;
  }
}

function codeIn(text: string): string | undefined {
  return /\b(E[A-Z][A-Z0-9_]{3,})\b/.exec(text)?.[1];
}
