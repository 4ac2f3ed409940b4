/** Writes to stdout, which is for what was asked for; stderr is for what went wrong. */
export function print(text: string): void {
  process.stdout.write(text);
}
