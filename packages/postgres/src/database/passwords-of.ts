/** The passwords in the address of a database, as it is written and as it is meant. */
export function passwordsOf(address: string): string[] {
  const [, inAuthority] = /^[^/]*\/\/[^:/@]*:(.+)@/.exec(address) ?? [];
  const inQuery = [...address.matchAll(/[?&](?:ssl)?password=([^&#]+)/g)].map(([, value]) => value);
  return [inAuthority, ...inQuery].flatMap((written) =>
    written === undefined ? [] : [...new Set([written, decoded(written)])],
  );
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
