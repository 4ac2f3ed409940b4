/**
 * Validators that compile a schema the first time it is seen and remember it for every host of this process. Tests open hosts by the
 * hundred, and compiling what the tools answer takes longer than most calls.
 */
export function compileOnce<V extends { getValidator(schema: never): unknown }>(
  validators: V,
): Pick<V, "getValidator"> {
  const compiled = new Map<string, unknown>();
  const getValidator = (schema: never) => {
    const text = JSON.stringify(schema);
    if (!compiled.has(text)) compiled.set(text, validators.getValidator(schema));
    return compiled.get(text);
  };
  return { getValidator } as Pick<V, "getValidator">;
}
