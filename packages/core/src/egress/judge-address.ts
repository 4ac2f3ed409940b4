import { BlockList, isIP } from "node:net";
import { type SpecialRange, specialRanges } from "./special-ranges.ts";

/** Why an address is not reached without more ado. */
export type AddressFault = Pick<SpecialRange, "kind" | "firm">;

interface JudgedRange {
  readonly range: SpecialRange;
  // Apart, since Node finds a plain IPv4 address in an IPv6 list that has the mapped range.
  readonly ipv4: BlockList;
  readonly ipv6: BlockList;
}

let judged: readonly JudgedRange[] | undefined;

/** Addresses that were judged lately: the same few are asked about at every request, and there are two dozen ranges. */
const verdicts = new Map<string, AddressFault | undefined>();
const mostVerdicts = 1000;

/** What is special about an address; undefined for one that is public. What is no address at all is refused firmly. */
export function judgeAddress(address: string): AddressFault | undefined {
  if (verdicts.has(address)) return verdicts.get(address);
  if (verdicts.size >= mostVerdicts) verdicts.clear();
  const verdict = judge(address);
  verdicts.set(address, verdict);
  return verdict;
}

function judge(address: string): AddressFault | undefined {
  const [bare = ""] = address.split("%");
  const family = isIP(bare);
  if (family === 0) return { kind: "something that is no address", firm: true };
  judged ??= specialRanges.map(compile);
  const found = judged.find(({ ipv4, ipv6 }) => (family === 4 ? ipv4.check(bare, "ipv4") : ipv6.check(bare, "ipv6")));
  if (found === undefined || family === 4 || found.range.firm) return found?.range;
  // Opened for its host, a mapped address must not lead where plain IPv4 would not.
  const inside = found.range.endsInIpv4 ? judgeAddress(lastFourBytes(bare)) : undefined;
  return inside?.firm ? inside : found.range;
}

function compile(range: SpecialRange): JudgedRange {
  const list = (family: "ipv4" | "ipv6") => {
    const blocks = new BlockList();
    for (const subnet of range[family] ?? []) {
      const [net = "", prefix] = subnet.split("/");
      blocks.addSubnet(net, Number(prefix), family);
    }
    return blocks;
  };
  return { range, ipv4: list("ipv4"), ipv6: list("ipv6") };
}

/** The IPv4 address at the end of an IPv6 address. URL writes the last two groups in hexadecimal, whatever was given. */
function lastFourBytes(address: string): string {
  const groups = new URL(`http://[${address}]`).hostname.slice(1, -1).split(":").slice(-2);
  const [high = 0, low = 0] = groups.map((group) => Number.parseInt(group || "0", 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}
