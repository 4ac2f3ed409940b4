const mostShown = 50;

/** Paths for an answer, which a transaction can have more of than anybody reads. */
export function firstPaths(paths: readonly string[]): { readonly paths: string[]; readonly more_paths?: number } {
  const more = paths.length - mostShown;
  return { paths: paths.slice(0, mostShown), ...(more > 0 ? { more_paths: more } : {}) };
}
