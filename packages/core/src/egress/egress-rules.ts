/** What a person lets a connector reach, and how much of it. */
export interface EgressRules {
  /**
   * `api.example.com` (https, port 443), `api.example.com:8443`, `*.example.com` (every name below it, not itself), or
   * `http://localhost:3000`: without encryption only where the person wrote so.
   */
  readonly hosts: readonly string[];
  /**
   * Names or addresses, each in `hosts` too, that may lie in a private network. A name opens no metadata service and no
   * multicast, whatever it resolves to: those are reached only by writing the address itself.
   */
  readonly allowPrivate?: readonly string[];
  /** The most bytes of one answer, both as they arrive and after decompression; 10 MiB by default. */
  readonly maxBytes?: number;
  /** Milliseconds for all of a request: names, redirects and the body to its end; 30 s by default. */
  readonly timeout?: number;
  /** Certificate authorities (PEM) to trust instead of Node's, for a system that has its own. */
  readonly ca?: string;
  /**
   * Whether connections are kept for further requests to the same host, as suits an API that is asked again and again; names
   * are then looked up once in half a minute.
   */
  readonly keepAlive?: boolean;
  /** Finds the addresses of a name; asks the operating system by default. */
  readonly resolve?: (name: string) => Promise<readonly string[]>;
}
