import { Breach } from "./breach.ts";

/** Throws `Breach` unless what was found is what should be. */
export function assertSame(what: string, found: unknown, wanted: unknown): void {
  const [is, should] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (is !== should) throw new Breach(`${what}: it is ${is?.slice(0, 80)}, and should be ${should?.slice(0, 80)}`);
}
