import type { KeptPairing, PluginSettings } from "@drawbridge/figma/bridge";
import type { ClientStorageAPI } from "@figma/plugin-typings/plugin-api-standalone.js";

const settingsKey = "settings";
const pairingsKey = "pairings";
const resultsKey = "results";

/** As many answers as are kept for a connector that lost the connection and asks again. */
const mostResults = 30;
/** In characters: a longer answer is kept in memory alone. */
const longestResult = 20_000;

/** What is kept on this computer for the person: settings, pairings, and the last answers. */
export class Kept {
  private readonly storage: ClientStorageAPI;

  constructor(storage: ClientStorageAPI) {
    this.storage = storage;
  }

  async settings(): Promise<PluginSettings> {
    const kept = (await this.storage.getAsync(settingsKey)) as Partial<PluginSettings> | undefined;
    return { askBeforeRemoving: kept?.askBeforeRemoving !== false };
  }

  async pairings(): Promise<readonly KeptPairing[]> {
    const kept: unknown = await this.storage.getAsync(pairingsKey);
    return Array.isArray(kept) ? (kept as KeptPairing[]) : [];
  }

  async keepSettings(settings: PluginSettings): Promise<void> {
    await this.storage.setAsync(settingsKey, settings);
  }

  async keepPairings(pairings: readonly KeptPairing[]): Promise<void> {
    await this.storage.setAsync(pairingsKey, pairings);
  }

  /** What a plan was answered with, so that it is not done twice by a plugin that was opened anew. */
  async result(key: string): Promise<unknown> {
    const kept = await this.results();
    return kept.find((one) => one.key === key)?.value;
  }

  async keepResult(key: string, value: unknown): Promise<void> {
    if (JSON.stringify(value).length > longestResult) return;
    const kept = await this.results();
    await this.storage.setAsync(resultsKey, [...kept.slice(1 - mostResults), { key, value }]);
  }

  private async results(): Promise<readonly { key: string; value: unknown }[]> {
    const kept: unknown = await this.storage.getAsync(resultsKey);
    return Array.isArray(kept) ? (kept as { key: string; value: unknown }[]) : [];
  }
}
