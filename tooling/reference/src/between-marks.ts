/** The part of a README that is written for it. Throws where it has no such part. */
export function betweenMarks(
  readme: string,
  part: "install links" | "tools",
): {
  readonly before: string;
  readonly inside: string;
  readonly after: string;
} {
  const [start, end] = [`<!-- ${part}: written by pnpm reference -->`, `<!-- end of ${part} -->`];
  const [from, to] = [readme.indexOf(start) + start.length, readme.indexOf(end)];
  if (from < start.length || to < from) throw new Error(`No part between ${start} and ${end}`);
  return { before: readme.slice(0, from), inside: readme.slice(from, to), after: readme.slice(to) };
}
