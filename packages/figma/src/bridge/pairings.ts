import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import * as z from "zod";

const mostPairings = 200;
const goodFor = 30 * 24 * 60 * 60_000;

const pairingSchema = z.strictObject({ id: z.string(), secret: z.string().length(64), used: z.number() });
const keptSchema = z.strictObject({ pairings: z.array(pairingSchema) });

export type Pairing = Readonly<z.output<typeof pairingSchema>>;

/**
 * What paired plugins and this machine's connectors know of each other, so that a person types a code once and not whenever their AI
 * application starts. Kept in a file that only this user can read; all connectors of the user share it. One that was not used for 30 days is
 * forgotten.
 */
export class Pairings {
  readonly #file: string | undefined;
  #known: readonly Pairing[] = [];
  #writing: Promise<void> = Promise.resolve();

  /** @param file undefined where nothing can be kept: pairings then last as long as this process */
  constructor(file: string | undefined) {
    this.#file = file;
  }

  /** Whether some plugin was paired before. */
  async any(): Promise<boolean> {
    await this.#read();
    return this.#known.length > 0;
  }

  async find(id: string): Promise<Pairing | undefined> {
    await this.#read();
    const found = this.#known.find((pairing) => pairing.id === id);
    if (found !== undefined) await this.#keep([{ ...found, used: Date.now() }]);
    return found;
  }

  async add(): Promise<Pairing> {
    const pairing = { id: randomBytes(16).toString("hex"), secret: randomBytes(32).toString("hex"), used: Date.now() };
    await this.#keep([pairing]);
    return pairing;
  }

  /** Reads anew, since another connector may have paired meanwhile, and writes beside the place before moving there. */
  async #keep(added: readonly Pairing[]): Promise<void> {
    this.#writing = this.#writing.then(async () => {
      await this.#read();
      this.#known = fresh([...added, ...this.#known]);
      if (this.#file === undefined) return;
      const beside = `${this.#file}.${process.pid}-${randomBytes(4).toString("hex")}`;
      try {
        await mkdir(dirname(this.#file), { recursive: true, mode: 0o700 });
        await writeFile(beside, JSON.stringify({ pairings: this.#known }), { mode: 0o600, flag: "wx" });
        await rename(beside, this.#file);
      } catch {
        // Not kept: the person types a code again some day.
        await rm(beside, { force: true }).catch(() => {});
      }
    });
    await this.#writing;
  }

  async #read(): Promise<void> {
    if (this.#file === undefined) return;
    try {
      const { pairings } = keptSchema.parse(JSON.parse(await readFile(this.#file, "utf8")));
      this.#known = fresh([...this.#known, ...pairings]);
    } catch {
      // None were kept, or what was kept is damaged: what this process knows stands.
    }
  }
}

/** The first of each id counts; the ones used last come first. */
function fresh(pairings: readonly Pairing[]): Pairing[] {
  const latest = new Map<string, Pairing>();
  for (const pairing of pairings) {
    const known = latest.get(pairing.id);
    if (known === undefined || known.used < pairing.used) latest.set(pairing.id, pairing);
  }
  const now = Date.now();
  return [...latest.values()]
    .filter(({ used }) => now - used < goodFor)
    .sort((one, other) => other.used - one.used)
    .slice(0, mostPairings);
}
