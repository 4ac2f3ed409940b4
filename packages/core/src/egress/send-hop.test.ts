import { generateKeyPairSync, sign } from "node:crypto";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { egressGuard } from "./egress-guard.ts";

const servers: Server[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  for (const server of servers.splice(0)) server.close();
});

const der = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 128 ? [tag, length] : [tag, 0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from(head), content]);
};
const oid = (hex: string) => der(0x06, Buffer.from(hex, "hex"));
const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts);

/** A certificate that signs itself (RFC 5280), made here so that no private key lies in the repository. */
function selfSigned(name: string): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = sequence(oid("2a8648ce3d040302")); // ecdsa-with-SHA256
  const subject = sequence(der(0x31, sequence(oid("550403"), der(0x0c, Buffer.from(name)))));
  const validity = sequence(der(0x17, Buffer.from("200101000000Z")), der(0x17, Buffer.from("491231235959Z")));
  const alternative = sequence(der(0x82, Buffer.from(name)));
  const extensions = sequence(sequence(oid("551d11"), der(0x04, alternative)));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    algorithm,
    subject,
    validity,
    subject,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, extensions),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign("sha256", body, privateKey)]);
  const whole = sequence(body, algorithm, der(0x03, signature));
  const cert = `-----BEGIN CERTIFICATE-----\n${whole.toString("base64")}\n-----END CERTIFICATE-----\n`;
  return { key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(), cert };
}

async function serve(name: string) {
  const { key, cert } = selfSigned(name);
  const seen: (string | undefined)[] = [];
  const server = createServer({ key, cert }, (request, response) => {
    seen.push((request.socket as { servername?: string }).servername, request.headers.host);
    response.end("well");
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: (server.address() as AddressInfo).port, cert, seen };
}

const guard = (port: number, ca?: string) =>
  egressGuard({
    hosts: [`a.example:${port}`],
    allowPrivate: ["a.example"],
    resolve: async () => ["127.0.0.1"],
    ...(ca === undefined ? {} : { ca }),
  });

describe("a request over TLS", () => {
  it("goes to the pinned address and keeps the name in the handshake, the certificate and Host", async () => {
    const { port, cert, seen } = await serve("a.example");
    const answer = await guard(port, cert)(`https://a.example:${port}/`);
    expect(await answer.text()).toBe("well");
    expect(seen).toEqual(["a.example", `a.example:${port}`]);
  });

  it("refuses the certificate of another name", async () => {
    const { port, cert } = await serve("b.example");
    await expect(guard(port, cert)(`https://a.example:${port}/`)).rejects.toMatchObject({ code: "refused" });
  });

  it("refuses a certificate that nobody vouches for, even where the environment turns the check off", async () => {
    const { port, seen } = await serve("a.example");
    vi.spyOn(process, "emitWarning").mockImplementation(() => {});
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    await expect(guard(port)(`https://a.example:${port}/`)).rejects.toMatchObject({ code: "refused" });
    expect(seen).toEqual([]);
  });
});
