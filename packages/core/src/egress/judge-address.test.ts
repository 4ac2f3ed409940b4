import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeAddress } from "./judge-address.ts";

describe("judgeAddress", () => {
  it.each([
    ["127.0.0.1", "loopback"],
    ["127.255.255.255", "loopback"],
    ["::1", "loopback"],
    ["10.0.0.1", "private"],
    ["172.16.0.1", "private"],
    ["172.31.255.255", "private"],
    ["192.168.1.1", "private"],
    ["100.64.0.1", "carrier"],
    ["169.254.1.1", "link-local"],
    ["fe80::1", "link-local"],
    ["fe80::1%eth0", "link-local"],
    ["fc00::1", "unique-local"],
    ["fdff::1", "unique-local"],
    ["0.0.0.0", "unspecified"],
    ["::", "unspecified"],
    ["224.0.0.1", "multicast"],
    ["ff02::1", "multicast"],
    ["255.255.255.255", "reserved"],
    ["198.18.0.1", "benchmarking"],
    ["203.0.113.1", "reserved"],
    ["2001:db8::1", "reserved"],
    ["4000::1", "reserved"],
    ["::ffff:8.8.8.8", "IPv4 address inside IPv6"],
    ["64:ff9b::808:808", "IPv4 address inside IPv6"],
    ["64:ff9b:1::1", "IPv4 address inside IPv6"],
    ["2002:7f00:1::", "IPv4 address inside IPv6"],
    ["2001:0:4136:e378::1", "IPv4 address inside IPv6"],
    ["::127.0.0.1", "IPv4 address inside IPv6"],
    ["169.254.169.254", "metadata"],
    ["fd00:ec2::254", "metadata"],
    ["168.63.129.16", "metadata"],
    ["", "no address"],
    ["2130706433", "no address"],
    ["example.com", "no address"],
  ])("finds fault with %s: %s", (address, kind) => {
    expect(judgeAddress(address)?.kind).toContain(kind);
  });

  it.each([
    "1.1.1.1",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "126.255.255.255",
    "128.0.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "192.167.255.255",
    "192.169.0.0",
    "223.255.255.255",
    "2606:4700::1111",
    "2001:4860:4860::8888",
    "2003::1",
    "2a00:1450::1",
  ])("finds none with %s, which is public", (address) => {
    expect(judgeAddress(address)).toBeUndefined();
  });

  it.each(["::ffff:169.254.169.254", "::ffff:a9fe:a9fe", "64:ff9b::a9fe:a9fe", "64:ff9b::169.254.169.254"])(
    "keeps %s firmly closed, since it is a metadata service inside IPv6",
    (address) => {
      expect(judgeAddress(address)).toMatchObject({ firm: true });
      expect(judgeAddress(address)?.kind).toContain("metadata");
    },
  );

  it("finds fault with every IPv4 address inside IPv6, whatever it is and however it is written", () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.constantFrom("::ffff:", "64:ff9b::", "::", "::ffff:0:"), (inner, prefix) => {
        expect(judgeAddress(prefix + inner)).toBeDefined();
      }),
    );
  });

  it("lets no IPv6 address through that is not global unicast", () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const first = Number.parseInt(address.split(":")[0] || "0", 16);
        if (first < 0x2000 || first > 0x3fff) expect(judgeAddress(address)).toBeDefined();
      }),
      { numRuns: 1000 },
    );
  });
});
