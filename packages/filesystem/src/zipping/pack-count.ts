/** What was packed, and what was left out. */
export class PackCount {
  entries = 0;
  /** Of what the files hold. */
  bytes = 0;
  /** `special` are devices, FIFOs and sockets. */
  readonly leftOut = { links: 0, special: 0, unreadable: 0 };
}
