/** One definition as it is told: its name, and what else is known of it; what is undefined is left out. */
export type Listed = Readonly<Record<string, unknown>> & { readonly name: string };

/** Without fields that tell nothing. */
export function listed(item: Listed): Listed {
  const told = Object.entries(item).filter(([, value]) => value !== undefined && value !== "" && value !== false);
  return Object.fromEntries(told) as Listed;
}
