import { readPackage } from "../serving/read-package.ts";
import type { Examination } from "./examination.ts";
import { access } from "./examinations/access.ts";
import { audit } from "./examinations/audit.ts";
import { client } from "./examinations/client.ts";
import { connectorsOwn } from "./examinations/connectors-own.ts";
import { givenOptions } from "./examinations/given-options.ts";
import { program } from "./examinations/program.ts";
import { secrets } from "./examinations/secrets.ts";
import { tools } from "./examinations/tools.ts";
import { variables } from "./examinations/variables.ts";
import type { Finding } from "./finding.ts";
import type { Subject } from "./subject.ts";

const examinations: ReadonlyArray<readonly [what: string, examination: Examination]> = [
  ["the program", program],
  ["the options", givenOptions],
  ["the environment", variables],
  ["the places of secrets", secrets],
  ["access", access],
  ["the tools", tools],
  ["the audit log", audit],
  ["what the connector examines itself", connectorsOwn],
  ["the system", client],
];

/** Looks at every side of a connector, whatever the others found. */
export async function* examine(subject: Subject): AsyncGenerator<Finding> {
  for (const [what, examination] of examinations) {
    try {
      yield* examination(subject);
    } catch (error) {
      yield {
        level: "problem",
        title: `Not to be examined: ${what}`,
        detail: error instanceof Error ? error.message : String(error),
        remedy: `Mend what the line above names; where it names nothing, report it to the makers of ${readPackage(subject.connector.package).name}`,
      };
    }
  }
}
