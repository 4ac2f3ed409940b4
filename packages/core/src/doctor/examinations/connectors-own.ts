import { StderrLog } from "../../logging/stderr-log.ts";
import { Redactor } from "../../redaction/redactor.ts";
import type { Finding } from "../finding.ts";
import { inTime } from "../in-time.ts";
import type { Subject } from "../subject.ts";

/** What the connector knows to look for in its own system. */
export async function* connectorsOwn({ connector, options }: Subject): AsyncGenerator<Finding> {
  const { own, standard, secrets } = options;
  if (own === undefined || connector.doctor === undefined) return;
  const log = new StderrLog({ name: connector.name, level: "silent", format: "json", redactor: new Redactor(secrets) });
  const signal = AbortSignal.timeout(standard.timeout);
  yield* eachInTime(connector.doctor(own, { log, access: standard.access, signal }), standard.timeout);
}

async function* eachInTime(
  findings: Iterable<Finding> | AsyncIterable<Finding>,
  milliseconds: number,
): AsyncGenerator<Finding> {
  const iterator = Symbol.asyncIterator in findings ? findings[Symbol.asyncIterator]() : findings[Symbol.iterator]();
  for (;;) {
    const next = await inTime(Promise.resolve(iterator.next()), milliseconds);
    if (next.done) return;
    yield next.value;
  }
}
