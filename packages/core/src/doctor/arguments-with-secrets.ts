import { Redactor } from "../redaction/redactor.ts";

/** Which arguments of the command line hold a secret, counted from 1: lists of processes show them to every user of the machine. */
export function argumentsWithSecrets(argv: readonly string[], secrets: readonly string[]): number[] {
  const redactor = new Redactor(secrets);
  return argv.flatMap((argument, index) => (redactor.text(argument) === argument ? [] : [index + 1]));
}
