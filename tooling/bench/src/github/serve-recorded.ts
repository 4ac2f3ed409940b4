import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { startGithub } from "@drawbridge/sandbox";
import { fillRecorded } from "./fill-recorded.ts";
import { RecordedGithub } from "./recorded-github.ts";

// The stand and what records it, in a process of their own: neither the servers measured nor the bench wait for their work. It tells
// the bench where it listens, and ends with it.
const stand = await startGithub({ isPlenty: true });
const commit = await fillRecorded(stand);
const { server } = new RecordedGithub(stand.url);
server.listen(0, "127.0.0.1");
await once(server, "listening");
process.once("disconnect", () => process.exit(0));
process.send?.({ port: (server.address() as AddressInfo).port, token: stand.token("ada"), commit });
