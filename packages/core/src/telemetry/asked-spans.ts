import type { SpanContext } from "@opentelemetry/api";

/** Few hosts have more questions open, and one that forgets to answer must not fill our memory. */
const most = 1000;

/** Where the spans of calls are that wait for a person's answer, by the calls' references; the oldest are forgotten. */
export class AskedSpans {
  readonly #spans = new Map<string, SpanContext>();

  add(reference: string, span: SpanContext): void {
    this.#spans.set(reference, span);
    const [oldest] = this.#spans.keys();
    if (this.#spans.size > most && oldest !== undefined) this.#spans.delete(oldest);
  }

  take(reference: string): SpanContext | undefined {
    const span = this.#spans.get(reference);
    this.#spans.delete(reference);
    return span;
  }
}
