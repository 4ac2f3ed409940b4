import { ConnectorError } from "@drawbridge/core";

/** A statement that is not run, with what it holds that keeps it from being run, and what to do instead. */
export class Refusal extends ConnectorError {
  constructor(reason: string) {
    super("refused", `The statement is not run. ${reason}.`);
  }
}
