import { npmCommand } from "../connectors/npm-command.ts";
import { runProgram } from "../connectors/run-program.ts";
import { keyringTrouble } from "../secrets/keyring-trouble.ts";
import type { Found } from "./found.ts";

const of = "the machine";

/** Whether hosts can start connectors at all, and whether secrets can be kept. */
export async function* machineFindings(): AsyncGenerator<Found> {
  yield { of, level: "ok", title: `Node.js ${process.versions.node}` };
  const { exitCode, stdout, trouble } = await runProgram(npmCommand("npx", ["--version"]), { timeout: 30_000 });
  if (exitCode === 0) yield { of, level: "ok", title: `The command npx is there, ${stdout.trim()}` };
  else {
    yield {
      of,
      level: "problem",
      title: `npx, by which hosts start connectors, does not run (${trouble ?? `exit code ${exitCode}`})`,
      remedy: "Install Node.js with npm, from nodejs.org or with your version manager, and start your hosts again",
    };
  }
  const keyring = await keyringTrouble();
  if (keyring === undefined) yield { of, level: "ok", title: "The system's keyring keeps secrets" };
  else {
    yield {
      of,
      level: "note",
      title: `No keyring can be had here (${keyring})`,
      remedy: "Have secrets in variables, and add connectors with --secret-env <option>=<VARIABLE>",
    };
  }
}
