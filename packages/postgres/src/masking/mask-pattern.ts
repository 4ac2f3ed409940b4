const name = /("(?:[^"]|"")+"|[^".=]+)/.source;

/** `schema.table.column`, each in quotes where it holds a point, with the kind behind it. */
export const maskPattern = new RegExp(`^${name}\\.${name}\\.${name}(?:=(hash|null|partial))?$`);
