const written = /^I?-?\d+[:-]\d+(;-?\d+[:-]\d+)*$/;

/**
 * A node's id as REST writes it, `12:34` or `I12:34;56:78`, from that or from the form that addresses have, `12-34`.
 * Undefined for what is no id.
 */
export function nodeId(text: string): string | undefined {
  // Between two numbers a dash stands for the colon; before the first of them it is a sign.
  return written.test(text) && text.length <= 1024 ? text.replaceAll(/(?<=\d)-(?=\d)/g, ":") : undefined;
}
