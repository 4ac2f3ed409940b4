import { ConnectorError } from "../errors/connector-error.ts";
import { placeholderStart } from "../redaction/placeholder.ts";

/** Throws `refused` for a write that would put a placeholder where the secret stands for which it was shown. */
export function refusePlaceholders(input: unknown): void {
  if (!JSON.stringify(input)?.includes(placeholderStart)) return;
  throw new ConnectorError(
    "refused",
    "The arguments hold the placeholder of a secret that was taken out of what you read: written back, it would overwrite " +
      "the secret. Leave the line with the secret as it is and change only what stands around it. Where the placeholder's " +
      "own characters are meant, write its first bracket as the visible escape of U+27E6.",
  );
}
