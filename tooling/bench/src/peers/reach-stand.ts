// Loaded before a server that knows no other GitHub, or Figma, than the live one: what it would fetch from there it fetches from the
// stand. The suite's notes say so. That costs it less than a microsecond a request.
const live = process.env.BENCH_LIVE ?? "https://api.github.com";
const stand = process.env.BENCH_STAND ?? "";
const { fetch } = globalThis;

globalThis.fetch = (input, init) => {
  const address = String(input instanceof Request ? input.url : input);
  if (!address.startsWith(live)) throw new Error(`nothing but ${live} is to be reached, and not ${address}`);
  return fetch(stand + address.slice(live.length), init);
};
