type Told<T> = {
  [Field in keyof T as undefined extends T[Field] ? never : Field]: T[Field];
} & {
  [Field in keyof T as undefined extends T[Field] ? Field : never]?: Exclude<T[Field], undefined>;
};

/** Without what is undefined: REST leaves out what has its default. */
export function told<const T extends object>(fields: T): Told<T> {
  const given: Record<string, unknown> = {};
  for (const field in fields) if (fields[field] !== undefined) given[field] = fields[field];
  return given as Told<T>;
}

/** Undefined for a value that REST leaves out. */
export function unless<T>(usual: T, value: T | undefined): T | undefined {
  return value === usual ? undefined : value;
}
