/** The cursor of the next page, from the Link header of an answer (RFC 8288), where GitHub gives cursors. */
export function afterIn(link = ""): string | undefined {
  const next = /<([^>]*)>;\s*rel="next"/.exec(link)?.[1];
  return next === undefined ? undefined : (new URL(next).searchParams.get("after") ?? undefined);
}
