import type { Connector } from "../src/define/connector.ts";
import type { Examination } from "../src/doctor/examination.ts";
import type { Finding } from "../src/doctor/finding.ts";
import { examineOptions } from "../src/options/examine-options.ts";
import { Shelf, shelfConnector } from "./shelf.ts";

/** How a connector is started for one look at it; the shelf, where none is named. */
interface Start {
  readonly connector?: Connector;
  readonly argv?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** What an examination finds, in order. */
export async function findingsOf(
  examination: Examination,
  { connector = shelfConnector(new Shelf()) as never, argv = [], environment = {} }: Start = {},
): Promise<readonly Finding[]> {
  const options = await examineOptions(connector.options, argv, environment);
  const findings: Finding[] = [];
  for await (const finding of examination({ connector, argv, environment, options })) findings.push(finding);
  return findings;
}
