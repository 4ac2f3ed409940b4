const first = 0x20;
const count = 0x7f - first;

/** A bit for each pair of printable ASCII characters, row by row: set where o200k has the pair as a token. */
const bits = Buffer.from(
  "//8A/P////////9/w3sAUgAAABwAAACA/z8At+9+Ju5EAkLOAxuAAAAAAEEQBBABEQ1AACAAAOll/5UwnQNA+QEAgOIRQwggTQAA+I52AoqIfg" +
    "J4/wH4deZx8O3nf1/+7wCc////3////1//fwB+AAgg/B/xrJ3VPQDZAhoGpvff/4FzH4DEAwAAx+Ovc+D/D0Dx////7f///6C/BwDz////9P//" +
    "//j/A/D+////////f/n/Aej//////f//nwAA/wMAAAAAAAAAAACA/wEAAAAAAAAAAADA/wAAAAAAAAAAAADgfwAAAAAAAAAAAADwPwAAAAAAAA" +
    "AAAAD4HwAAAAAAAAAAAAD8DwAAAAAAAAAAAAD+BwAAAAAAAAAAAAD/AwAAAAAAAAAAAID/AQAAAAAAAAAA/z8A7f9dx/7///+Dfh8AAwAAAMLF" +
    "/2OkHQoA7///n+g0lp/wLweg/4DLzPz//3/x3wPw/+hl9FwAIOY85wGoAQAAMAWSviEUAQAEAQAAGIBgCAIAAAAA////A////gMAAACA////ge" +
    "9/7wAAAADA////wH++bwAAAADg//9/4HfffwAAAADw3/8/8P/7OwAAAAD47/cP+Or3DgAAAAD89/sHXK57BQAAAAD+//8HtrL9BwAAAAD///8C" +
    "f//vAwAAAIC/fz+AyDSKAAAAAMB/v1/Adp5fAAAAAOC/3z/gb58nAAAAAPD//x/w//8/AAAAAPj/9x/4/vYdAAAAAPz/+we4//sPAAAAAP7//w" +
    "P++/wDAAAAAB+5PwBFSR4AAAAAgP///4D//P4AAAAAwP///8Dv/98AAAAA4P/ff+C32z4AAAAA8P/rP/De6z4AAAAA+O/3B6jothgAAAAA/Pf7" +
    "B2QGewYAAAAAfvJdBzIiOQAAAAAAXfzeAxFxFgAAAACA/Djvgcw5OIC3FoDg369r/////0EZD0ABApKAYQfEFzD/B+AHAADABwAAwAGMAQAAAA" +
    "BgAQAAIGjvAXj8/////f//PwBSAAwAAAAwAQAYIAAAAAAAAAAA////AwAAAAAAAACA/3//AQAAAAAAAADA////AAAAAAAAAADg//9/AAAAAAAA" +
    "AADw//8/AAAAAAAAAAD4//8fAAAAAAAAAAD87/sPAAAAAAAAAAD+//8HAAAAAAAAAAD///8DAAAAAAAAAID//+8AAAAAAAAAAMD/v38AAAAAAA" +
    "AAAOD/338AAAAAAAAAAPD//z8AAAAAAAAAAPj/9x8AAAAAAAAAAPz//w8AAAAAAAAAAP7//wcAAAAAAAAAAJ/53wEAAAAAAAAAgP/+/wEAAAAA" +
    "AAAAwP///wAAAAAAAAAA4P/ffwAAAAAAAAAA8P//PwAAAAAAAAAA+P//HwAAAAAAAAAA/P/7BwAAAAAAAAAAfvM9BwAAAAAAAAAA///+AwAAAA" +
    "AAAACA/37vgRYUgCAAAAACQBEhRxgCAAAAAAABAAAAsd8H4A8AAMANAEDAAcACgAAAAAAAAAAAAQ==",
  "base64",
);

/** Marks that are one token with a line end behind them. */
const lineEnds: ReadonlySet<number> = new Set([..."!\"#$%&'()*+,-./:;<=>?@[\\]_`{|}~"].map((one) => one.charCodeAt(0)));

const lineFeed = 0x0a;

/** By the two characters' codes, `first << 7 | second`: 1 where both together are one token of o200k, so that no text has them as two. */
export const tokenPairs: Uint8Array = Uint8Array.from({ length: 1 << 14 }, (_, pair) => {
  if ((pair & 0x7f) === lineFeed) return Number(lineEnds.has(pair >> 7));
  const row = (pair >> 7) - first;
  const column = (pair & 0x7f) - first;
  if (row < 0 || column < 0 || row >= count || column >= count) return 0;
  const bit = row * count + column;
  return ((bits[bit >> 3] ?? 0) >> (bit & 7)) & 1;
});
