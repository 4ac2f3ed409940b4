import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";

interface Settings {
  readonly folder: string;
  /** What only the credential's owner has. */
  readonly secret: string;
  /** What the key is made for, so that what one program keeps another's cannot be taken for. */
  readonly purpose: string;
  /** Of all that is in the folder, whosever it is. */
  readonly mostBytes: number;
}

/**
 * Things kept in a folder that several processes may share. Each is sealed with a key made from a secret (AES-256-GCM), so
 * that a folder that is copied tells nothing, and what was damaged or exchanged counts as absent. Files are named by a keyed
 * hash of what they are kept under, written beside their place and moved there.
 */
export class SealedFolder {
  readonly #folder: string;
  readonly #key: Buffer;
  readonly #mostBytes: number;
  /** Written since the folder was measured; it is measured at the first. */
  #unmeasured = Number.POSITIVE_INFINITY;

  constructor({ folder, secret, purpose, mostBytes }: Settings) {
    this.#folder = folder;
    this.#key = Buffer.from(hkdfSync("sha256", secret, "", purpose, 32));
    this.#mostBytes = mostBytes;
  }

  async get(key: string): Promise<Buffer | undefined> {
    const place = this.#placeOf(key);
    try {
      const content = this.#unseal(key, await readFile(place));
      const now = new Date();
      // What was used lately is kept longest.
      await utimes(place, now, now);
      return content;
    } catch {
      return undefined;
    }
  }

  /** Never fails: what cannot be kept is asked for again. */
  async set(key: string, content: Uint8Array): Promise<void> {
    const sealed = this.#seal(key, content);
    if (sealed.length > this.#mostBytes / 4) return;
    const place = this.#placeOf(key);
    const beside = `${place}.${process.pid}-${randomBytes(6).toString("hex")}`;
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await writeFile(beside, sealed, { mode: 0o600, flag: "wx" });
      await rename(beside, place);
      this.#unmeasured += sealed.length;
      if (this.#unmeasured > this.#mostBytes / 8) await this.#makeRoom();
    } catch {
      await rm(beside, { force: true }).catch(() => {});
    }
  }

  /** Other processes write too: what is there is measured anew, down to what was used last. */
  async #makeRoom(): Promise<void> {
    this.#unmeasured = 0;
    const files = (await Promise.all((await readdir(this.#folder)).map((name) => this.#measure(name)))).flat();
    let left = files.reduce((bytes, { size }) => bytes + size, 0);
    for (const { place, size } of files.sort((one, other) => one.used - other.used)) {
      if (left <= this.#mostBytes) return;
      await rm(place, { force: true });
      left -= size;
    }
  }

  async #measure(name: string): Promise<{ place: string; size: number; used: number }[]> {
    const place = join(this.#folder, name);
    try {
      const { size, mtimeMs: used } = await stat(place);
      return [{ place, size, used }];
    } catch {
      // Another process made room meanwhile.
      return [];
    }
  }

  #placeOf(key: string): string {
    return join(this.#folder, createHmac("sha256", this.#key).update(key).digest("hex"));
  }

  #seal(key: string, content: Uint8Array): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", this.#key, nonce).setAAD(Buffer.from(key));
    const text = [cipher.update(content), cipher.final()];
    return Buffer.concat([nonce, cipher.getAuthTag(), ...text]);
  }

  #unseal(key: string, sealed: Buffer): Buffer {
    const [nonce, tag, text] = [sealed.subarray(0, 12), sealed.subarray(12, 28), sealed.subarray(28)];
    const decipher = createDecipheriv("aes-256-gcm", this.#key, nonce, { authTagLength: 16 });
    decipher.setAAD(Buffer.from(key)).setAuthTag(tag);
    return Buffer.concat([decipher.update(text), decipher.final()]);
  }
}
