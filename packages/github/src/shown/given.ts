type Given<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined | null> };

/** The fields that have a value: a model pays for each that says nothing. */
export function given<Fields extends object>(fields: Fields): Given<Fields> {
  const told = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(told) as Given<Fields>;
}
