/** What a transaction calls what it makes, sets aside or puts back, until that has its own name. */
const temporary = /^\.drawbridge-\d{17}-[0-9a-f]{8}[-.]\d+\.(?:tmp|hidden)$/i;

/** Whether a name is one that transactions give for as long as they run: what it stands for may be a secret by its own name. */
export function isTemporary(name: string): boolean {
  return name.startsWith(".") && temporary.test(name);
}
