import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const { writeSync, ftruncateSync, truncateSync } = fs;

/**
 * A disk with so many bytes left, in place of the real one until it is taken out: what does not fit is written in part,
 * then ENOSPC, as write(2) has it; what is truncated is free again.
 */
export class SmallDisk {
  free: number;

  constructor(free: number) {
    this.free = free;
    fs.writeSync = ((
      descriptor: number,
      bytes: Uint8Array | string,
      offset?: number | null,
      length?: number,
      position?: number,
    ) => {
      if (typeof bytes === "string") return writeSync(descriptor, bytes, offset ?? undefined);
      const wanted = length ?? bytes.length - (offset ?? 0);
      const { size } = fs.fstatSync(descriptor);
      const inPlace = position === undefined ? 0 : Math.max(0, Math.min(wanted, size - position));
      const fits = Math.min(wanted, inPlace + Math.max(0, this.free));
      if (fits === 0) throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
      this.free -= fits - inPlace;
      return writeSync(descriptor, bytes, offset ?? 0, fits, position);
    }) as typeof fs.writeSync;
    fs.ftruncateSync = (descriptor, size = 0) => {
      this.free += fs.fstatSync(descriptor).size - Number(size);
      ftruncateSync(descriptor, size);
    };
    fs.truncateSync = (path, size = 0) => {
      this.free += fs.statSync(path as string).size - Number(size);
      truncateSync(path, size);
    };
    syncBuiltinESMExports();
  }

  takeOut(): void {
    Object.assign(fs, { writeSync, ftruncateSync, truncateSync });
    syncBuiltinESMExports();
  }
}
