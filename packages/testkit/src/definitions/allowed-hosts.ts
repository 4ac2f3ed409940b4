/**
 * Hosts that any connector's texts may name, each with its subdomains: those reserved for examples (RFC 2606), this
 * machine, and the homes of the systems that our connectors serve.
 */
export const allowedHosts: readonly string[] = [
  "example.com",
  "example.net",
  "example.org",
  "example",
  "localhost",
  "127.0.0.1",
  "[::1]",
  "github.com",
  "ghe.com",
  "figma.com",
  "postgresql.org",
];
