import type { Answer, Ask } from "../front/exchange.ts";

/** As `page`, for lists whose pages GitHub finds by cursors. */
export function pageAfter(ask: Ask, url: string, all: readonly unknown[]): Answer {
  const size = Math.min(100, Math.max(1, Number(ask.query.get("per_page") ?? 30) || 30));
  const after = ask.query.get("after");
  const from = after === null ? 0 : Number(Buffer.from(after, "base64").toString());
  const query = new URLSearchParams(ask.query);
  query.set("after", Buffer.from(String(from + size)).toString("base64"));
  const headers = from + size < all.length ? { link: `<${url}${ask.path}?${query}>; rel="next"` } : {};
  return { status: 200, headers, body: all.slice(from, from + size) };
}
