import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { admitUrl } from "./admit-url.ts";
import { checkedAddresses } from "./checked-addresses.ts";
import { EgressPolicy } from "./egress-policy.ts";

const resolvesTo =
  (...addresses: string[]) =>
  async () =>
    addresses;

/** What the guard makes of a URL whose host is allowed, so that the address alone decides. */
async function check(url: string, addresses: string[] = [], allowPrivate: string[] = []): Promise<readonly string[]> {
  const { hostname } = new URL(url);
  const policy = new EgressPolicy({ hosts: [hostname], allowPrivate, resolve: resolvesTo(...addresses) });
  return checkedAddresses(admitUrl(new URL(url), policy.hosts), policy);
}

/** Four bytes inside a range, whose first bytes are given. */
const inRange = (...first: number[]) =>
  fc.uint8Array({ minLength: 4, maxLength: 4 }).map((bytes) => first.concat([...bytes].slice(first.length)));
const refusedIpv4 = fc.oneof(
  inRange(0),
  inRange(10),
  inRange(127),
  inRange(169, 254),
  inRange(192, 168),
  fc.integer({ min: 16, max: 31 }).chain((second) => inRange(172, second)),
  fc.integer({ min: 64, max: 127 }).chain((second) => inRange(100, second)),
  fc.integer({ min: 224, max: 255 }).chain((first) => inRange(first)),
);
const asNumber = (bytes: number[]) => bytes.reduce((sum, byte) => sum * 256 + byte, 0);
const hex = (bytes: number[]) => bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
/** Every way to write an IPv4 address that a URL takes. */
const spellings: readonly ((bytes: number[]) => string)[] = [
  (bytes) => bytes.join("."),
  (bytes) => `${bytes.join(".")}.`,
  (bytes) => String(asNumber(bytes)),
  (bytes) => `0x${hex(bytes)}`,
  (bytes) => `0${asNumber(bytes).toString(8)}`,
  (bytes) => bytes.map((byte) => `0x${byte.toString(16)}`).join("."),
  (bytes) => bytes.map((byte) => `0${byte.toString(8)}`).join("."),
  (bytes) => `${bytes[0]}.${asNumber(bytes.slice(1))}`,
  (bytes) => `${bytes[0]}.0x${bytes[1]?.toString(16)}.${asNumber(bytes.slice(2))}`,
  (bytes) => bytes.join("%2e"),
  (bytes) => bytes.join("。"),
  (bytes) => `[::ffff:${bytes.join(".")}]`,
  (bytes) => `[0:0:0:0:0:FFFF:${hex(bytes.slice(0, 2))}:${hex(bytes.slice(2))}]`,
  (bytes) => `[::${bytes.join(".")}]`,
  (bytes) => `[64:ff9b::${bytes.join(".")}]`,
  (bytes) => `[2002:${hex(bytes.slice(0, 2))}:${hex(bytes.slice(2))}::1]`,
];
const ipv6Tail = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 7, maxLength: 7 });
const refusedFirstGroup = fc.oneof(
  fc.integer({ min: 0xfc00, max: 0xfdff }),
  fc.integer({ min: 0xfe80, max: 0xfeff }),
  fc.integer({ min: 0xff00, max: 0xffff }),
  fc.constant(0x2002),
);

describe("checkedAddresses", () => {
  it("refuses every IPv4 address of the refused ranges in every spelling", async () => {
    await fc.assert(
      fc.asyncProperty(refusedIpv4, fc.constantFrom(...spellings), async (bytes, spell) => {
        await expect(check(`https://${spell(bytes)}/`)).rejects.toMatchObject({ code: "refused" });
      }),
      { numRuns: 2000 },
    );
  });

  it("refuses every IPv6 address of the refused ranges, compressed or in full, in capitals or not", async () => {
    await fc.assert(
      fc.asyncProperty(refusedFirstGroup, ipv6Tail, fc.boolean(), fc.boolean(), async (first, tail, upper, pad) => {
        const groups = [first, ...tail].map((group) => group.toString(16).padStart(pad ? 4 : 1, "0")).join(":");
        const literal = upper ? groups.toUpperCase() : groups;
        await expect(check(`https://[${literal}]/`)).rejects.toMatchObject({ code: "refused" });
        await expect(check("https://a.example/", [literal])).rejects.toMatchObject({ code: "refused" });
      }),
      { numRuns: 500 },
    );
  });

  it("refuses a name that resolves to a refused address, wherever it stands among public ones", async () => {
    await fc.assert(
      fc.asyncProperty(refusedIpv4, fc.integer({ min: 0, max: 2 }), async (bytes, at) => {
        const addresses = ["1.1.1.1", "2606:4700::1111"].toSpliced(at, 0, bytes.join("."));
        await expect(check("https://a.example/", addresses)).rejects.toMatchObject({ code: "refused" });
      }),
    );
  });

  it("gives back the public addresses of a name, and of an address itself", async () => {
    expect(await check("https://a.example/", ["1.1.1.1", "2606:4700::1111"])).toEqual(["1.1.1.1", "2606:4700::1111"]);
    expect(await check("https://1.1.1.1/")).toEqual(["1.1.1.1"]);
    expect(await check("https://[2606:4700::1111]/")).toEqual(["2606:4700::1111"]);
  });

  it("opens a private address for the name that a person named, and for no other", async () => {
    expect(await check("https://a.example/", ["10.0.0.1"], ["A.example."])).toEqual(["10.0.0.1"]);
    const policy = new EgressPolicy({ hosts: ["*.example.com"], allowPrivate: ["a.example.com"] });
    const open = (url: string) =>
      checkedAddresses(admitUrl(new URL(url), policy.hosts), { ...policy, resolve: resolvesTo("10.0.0.1") });
    expect(await open("https://a.example.com/")).toEqual(["10.0.0.1"]);
    await expect(open("https://b.example.com/")).rejects.toMatchObject({ code: "refused" });
    await expect(open("https://x.a.example.com/")).rejects.toMatchObject({ code: "refused" });
  });

  it.each(["169.254.169.254", "::ffff:169.254.169.254", "fd00:ec2::254", "0.0.0.0", "224.0.0.1", "2002:a00:1::"])(
    "keeps %s closed to a name that may be private: whoever answers for the name must not gain it",
    async (address) => {
      await expect(check("https://a.example/", [address], ["a.example"])).rejects.toMatchObject({ code: "refused" });
    },
  );

  it("opens a metadata service to a person who wrote its address", async () => {
    expect(await check("https://169.254.169.254/", [], ["169.254.169.254"])).toEqual(["169.254.169.254"]);
  });

  it("does not take an answer that is no address, even for a name that may be private", async () => {
    for (const answer of ["localhost", "2130706433", "127.1", ""]) {
      await expect(check("https://a.example/", [answer], ["a.example"])).rejects.toMatchObject({ code: "refused" });
    }
  });

  it("says of a name without addresses that it may work later", async () => {
    await expect(check("https://a.example/")).rejects.toMatchObject({ code: "unavailable", retryable: true });
  });

  it("says what is wrong with the address and how a person allows it", async () => {
    await expect(check("https://a.example/", ["10.0.0.1"])).rejects.toThrow(
      'a.example is not reached: it has a private address. A person who means it adds "a.example" to the hosts that ' +
        "may be private (allowPrivate).",
    );
    await expect(check("https://169.254.169.254/")).rejects.toThrow('adds "169.254.169.254" to the hosts');
    await expect(check("https://a.example/", ["169.254.169.254"])).rejects.toThrow("allows the address itself");
  });
});
