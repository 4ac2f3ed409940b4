/** The address of a database of a test server, as a role whose password is the sandbox's. */
export function urlOn(port: number, database: string, user: string): string {
  return `postgres://${user}:sandbox@127.0.0.1:${port}/${database}`;
}
