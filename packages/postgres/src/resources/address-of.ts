/** The folder of channels, which stands where an address of a relation has its schema. */
const channels = "channels";

/** The address of a relation. Of a schema that is called as the folder of channels is, a letter is escaped. */
export function addressOf(database: string, schema: string, relation: string): string {
  const folder = schema === channels ? "%63hannels" : encodeURIComponent(schema);
  return `postgres://${encodeURIComponent(database)}/${folder}/${encodeURIComponent(relation)}`;
}
