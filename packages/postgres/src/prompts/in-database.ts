/** What a prompt says of the database that is meant. */
export function inDatabase(database: string | undefined): string {
  return database === undefined ? "" : ` In every call give database: ${JSON.stringify(database)}.`;
}
