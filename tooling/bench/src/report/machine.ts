import { availableParallelism, cpus, loadavg, totalmem } from "node:os";

/** Where the figures were taken; they mean little elsewhere. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly node: string;
  readonly platform: string;
  /** Programs that wanted to run, on average over the minute before; near the number of cores, the figures are noise. */
  readonly load: number;
}

/** The machine as it is now. */
export function thisMachine(): Machine {
  return {
    cpu: (cpus()[0]?.model ?? "unknown CPU").replaceAll(/\s+/g, " ").trim(),
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 1024 ** 3),
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    load: Math.round((loadavg()[0] ?? 0) * 100) / 100,
  };
}
