import { join, resolve } from "node:path";
import { findRepository } from "./find-repository.ts";
import { Mistake } from "./mistake.ts";
import { nameFault } from "./name-fault.ts";
import { packageFault } from "./package-fault.ts";
import type { Arguments } from "./read-arguments.ts";
import { systemFault } from "./system-fault.ts";
import type { Wanted } from "./wanted.ts";

/** How a person is asked; undefined where nobody is there. */
export type Asking = typeof import("./ask.ts") | undefined;

/** What is to be made, from the command line and, where somebody is there, their answers. Throws `Mistake`. */
export async function settle(given: Arguments, from: string, asking: Asking): Promise<Wanted> {
  const name = await settled("name", given.name, "", nameFault, "What is the connector to be called?", asking);
  const asked = "What do people call the system?";
  const system = await settled("system", given.system, inWords(name), systemFault, asked, asking);
  const repository = given.own ? undefined : findRepository(from);
  const isInside =
    repository !== undefined &&
    (asking === undefined || (await asking.askYes("Make it a package of this Drawbridge repository?", true)));
  if (isInside && (given.package ?? given.folder) !== undefined)
    throw new Mistake(
      `a connector of this repository is @drawbridge/${name}, in packages/${name}: add --own for another`,
    );
  const packageName = isInside
    ? `@drawbridge/${name}`
    : await settled("package", given.package, `mcp-${name}`, packageFault, "What is npm to call it?", asking);
  const folder = isInside ? join(repository, "packages", name) : resolve(from, given.folder ?? name);
  return { name, system, packageName, folder, isInside };
}

async function settled(
  what: string,
  given: string | undefined,
  otherwise: string,
  fault: (answer: string) => string | undefined,
  question: string,
  asking: Asking,
): Promise<string> {
  if (given === undefined && asking !== undefined) return asking.askLine(question, otherwise, fault);
  const answer = given ?? otherwise;
  if (answer === "")
    throw new Mistake(`say the connector's ${what}, as in: npm create @drawbridge/connector@latest acme-tickets`);
  const found = fault(answer);
  if (found !== undefined) throw new Mistake(`${answer}: ${found}`);
  return answer;
}

/** `acme-tickets` → `Acme Tickets` */
function inWords(name: string): string {
  return name
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}
