/** Addresses of one kind that no public host has. */
export interface SpecialRange {
  /** Continues the sentence "it has …". */
  readonly kind: string;
  /** Only writing the address itself opens it; naming a host that resolves to it does not. */
  readonly firm?: true;
  /** The last four bytes are an IPv4 address, which is judged too. */
  readonly endsInIpv4?: true;
  readonly ipv4?: readonly string[];
  readonly ipv6?: readonly string[];
}

/**
 * From the IANA special-purpose address registries (RFC 6890, as of 2026), the narrower kind first. The metadata
 * services of clouds hand out credentials to whoever asks from the machine; one of them lies in a public range.
 */
export const specialRanges: readonly SpecialRange[] = [
  {
    kind: "the address of a cloud's metadata service",
    firm: true,
    ipv4: [
      "169.254.169.253/32", // AWS: DNS
      "169.254.169.254/32", // AWS, Azure, Google, DigitalOcean, OpenStack
      "169.254.170.2/32", // AWS: containers
      "169.254.170.23/32", // AWS: pods
      "169.254.0.23/32", // Tencent
      "169.254.42.42/32", // Scaleway
      "100.100.100.200/32", // Alibaba
      "192.0.0.192/32", // Oracle
      "168.63.129.16/32", // Azure: wire server
    ],
    ipv6: ["fd00:ec2::/32", "fd20:ce::254/128", "fd00:42::42/128", "fd00:c1::a9fe:a9fe/128"],
  },
  { kind: "an unspecified address", firm: true, ipv4: ["0.0.0.0/8"], ipv6: ["::/128"] },
  { kind: "a multicast address", firm: true, ipv4: ["224.0.0.0/4"], ipv6: ["ff00::/8"] },
  { kind: "a loopback address", ipv4: ["127.0.0.0/8"], ipv6: ["::1/128"] },
  { kind: "a private address", ipv4: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"] },
  { kind: "a unique-local address", ipv6: ["fc00::/7"] },
  { kind: "an address behind a carrier's NAT", ipv4: ["100.64.0.0/10"] },
  { kind: "a link-local address", ipv4: ["169.254.0.0/16"], ipv6: ["fe80::/10", "fec0::/10"] },
  { kind: "a benchmarking address", ipv4: ["198.18.0.0/15"] },
  // IPv4 inside IPv6 whose place is known: mapped (RFC 4291) and NAT64 (RFC 6052).
  { kind: "an IPv4 address inside IPv6", endsInIpv4: true, ipv6: ["::ffff:0:0/96", "64:ff9b::/96"] },
  // Whose place varies, or that went out of use: compatible, translated, local NAT64, Teredo and its kin, 6to4.
  {
    kind: "an IPv4 address inside IPv6",
    firm: true,
    ipv6: ["::/96", "::ffff:0:0:0/96", "64:ff9b:1::/48", "2001::/23", "2002::/16"],
  },
  {
    kind: "a reserved address",
    firm: true,
    ipv4: ["192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4"],
    // What is outside 2000::/3 has not been given out for global unicast.
    ipv6: ["2001:db8::/32", "3fff::/20", "::/3", "4000::/2", "8000::/1"],
  },
];
