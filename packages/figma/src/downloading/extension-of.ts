const beginnings: readonly (readonly [extension: string, beginning: RegExp])[] = [
  ["png", /^\x89PNG/],
  ["jpg", /^\xff\xd8\xff/],
  ["gif", /^GIF8/],
  ["webp", /^RIFF....WEBP/s],
  ["pdf", /^%PDF/],
  ["svg", /^\s*<(?:\?xml|svg)/],
];

/** What kind of file bytes are, by how they begin; whatever else they were said to be. */
export function extensionOf(bytes: Buffer): string {
  const start = bytes.subarray(0, 64).toString("latin1");
  return beginnings.find(([, beginning]) => beginning.test(start))?.[0] ?? "bin";
}
