import {
  AuditLog,
  type Connector,
  Instance,
  Redactor,
  readOptions,
  StderrLog,
  servedConnector,
} from "@drawbridge/core";
import { linkedTransports } from "./linked-transports.ts";
import type { Place } from "./place.ts";

/** What a server is started with. */
export interface StartOptions {
  readonly argv: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** The connector served in this process, through the same pipeline and era negotiation as its command. */
export function inProcess(connector: Connector, { argv, environment = {} }: StartOptions): Place {
  return {
    name: "in-process",
    principal: "local",
    async connect() {
      const options = await readOptions(connector.options, argv, environment);
      await connector.verify?.(options.own);
      const redactor = new Redactor(options.secrets);
      const log = new StderrLog({ name: connector.name, level: "silent", format: "json", redactor });
      const { auditLog: file, auditSync: sync } = options.standard;
      const audit = file === undefined ? undefined : new AuditLog(file, { sync });
      const instance = new Instance(await servedConnector(connector, options.own), options, log, audit);
      const [transport, serverEnd] = linkedTransports();
      const connection = instance.serve(serverEnd);
      return {
        transport,
        async close() {
          await connection.close();
          await instance.close();
        },
      };
    },
  };
}
