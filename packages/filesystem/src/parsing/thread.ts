// The thread that parses documents: a program of its own, which the bundler puts into dist/parsing/.
import { parentPort, workerData } from "node:worker_threads";
import { parse } from "./parse.ts";

// Whatever a document asks for, nothing is fetched.
for (const name of ["fetch", "WebSocket", "EventSource"]) Reflect.deleteProperty(globalThis, name);

parentPort?.postMessage(await parse(workerData));
