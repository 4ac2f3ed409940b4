import * as z from "zod";

/** Where to listen. */
export interface ListenAddress {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
}

const loopback = "127.0.0.1";

/** A port, or a host and a port: `8080`, `0.0.0.0:8080`, `[::1]:8080`. Without a host it is loopback. */
export const listenAddress = z.coerce.string().transform((text, context): ListenAddress => {
  const { bracketed, name, port } =
    /^(?:(?:\[(?<bracketed>[\da-f:.]+)\]|(?<name>[^:[\]]+)):)?(?<port>\d{1,5})$/i.exec(text)?.groups ?? {};
  if (port !== undefined && Number(port) <= 65_535) return { host: bracketed ?? name ?? loopback, port: Number(port) };
  context.addIssue({
    code: "custom",
    message: "expected a port or host:port, such as 8080, 0.0.0.0:8080 or [::1]:8080",
  });
  return z.NEVER;
});
