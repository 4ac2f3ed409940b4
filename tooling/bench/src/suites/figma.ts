import { checkSaid } from "../checks/check-said.ts";
import { designOf } from "../figma/design-of.ts";
import { appDocument, type FigmaDocumentSample, figmaDocuments, largeDocument } from "../figma/figma-documents.ts";
import { answerTokens } from "../measures/answer-tokens.ts";
import { peakMemory } from "../measures/peak-memory.ts";
import { simplification } from "../measures/simplification.ts";
import { startUp } from "../measures/start-up.ts";
import { taskTime } from "../measures/task-time.ts";
import { toolListSize } from "../measures/tool-list-size.ts";
import type { Work } from "../measures/work.ts";
import { drawbridgeFigma } from "../peers/drawbridge-figma.ts";
import { framelink } from "../peers/framelink.ts";
import { percentile } from "../percentile.ts";
import { figmaSamples } from "../samples/figma-samples.ts";
import type { Suite } from "./suite.ts";

const p50 = (samples: readonly number[]) => percentile(samples, 50);

const time = { statistic: p50, unit: "milliseconds", better: "lower" } as const;
const rate = { statistic: p50, unit: "a second", better: "higher" } as const;
const tokens = { statistic: p50, unit: "tokens", better: "lower" } as const;
const beside = (ratio: number) => ({ goal: { peer: "framelink", ratio } });

/** @drawbridge/figma beside the server that most people use. */
export function figma(folder: string): Suite {
  const samples = figmaSamples();
  const small = figmaDocuments.filter(({ nodes }) => nodes !== largeDocument.nodes);
  const start = startUp(folder);
  const large = readingOf(largeDocument);
  const memory = peakMemory(folder, { name: "memory-20mb", load: [{ work: large, atOnce: 1, times: 1 }] });
  const seldom = { times: 1, warmUp: 1, mostRounds: 3 };
  const largeTime = taskTime(folder, { name: "read-20mb", work: large, setup: "near", ...seldom });
  const compared: Work = { task: "compare", check: (texts) => checkSaid(texts, ["again", "today"]) };
  const diffTime = taskTime(folder, { name: "diff", work: compared, setup: "near", ...seldom });
  const appTime = taskTime(folder, {
    name: "read-app",
    work: readingOf(appDocument),
    setup: "near",
    times: 10,
    warmUp: 30,
  });
  const tools = toolListSize(folder, "tools", "usual");

  return {
    title: "@drawbridge/figma beside its peer",
    peers: [drawbridgeFigma(samples), framelink(samples)],
    writeSamples: samples.write,
    endSamples: samples.end,
    sections: [
      { title: "Start", rows: [{ label: "Spawn to tools/list, p50", measure: start, ...time, ...beside(0.5) }] },
      {
        title: "Simplification, nodes",
        rows: small.map((document) => {
          const measure = simplification(`nodes-${nameOf(document)}`, () => designOf(document), 20);
          return { label: document.label, measure, ...rate, ...beside(3) };
        }),
        notes: [
          "In the bench's own process, of a parsed document, the nodes that can be seen. Ours makes the text and counts its tokens; the other makes what its text is written from.",
        ],
      },
      {
        title: "Tokens, o200k",
        rows: small.map((document) => {
          const measure = answerTokens(folder, `tokens-${nameOf(document)}`, readingOf(document));
          return { label: document.label, measure, ...tokens, ...(document.path === undefined ? {} : beside(0.8)) };
        }),
        notes: [
          "All of the file in full detail; of ours with headers and over all pages of 20,000. What each tells: the README.",
        ],
      },
      {
        title: "Time",
        rows: [
          { label: "Read an app's screens, all", measure: appTime, ...time },
          { label: "Read 20 MB, all", measure: largeTime, ...time },
          { label: "Compare two of 23,602 nodes", measure: diffTime, ...time, goal: { most: 1000 } },
        ],
        notes: [
          "Again and again of one process, as a model reads while it works: ours asks whether the version is still the same, the other for the file. 20 MB: ours over some 25 pages.",
        ],
      },
      {
        title: "Memory",
        rows: [
          {
            ...{ label: "Peak, 20 MB read once", measure: memory, statistic: p50, better: "lower", ...beside(0.6) },
            unit: "mebibytes",
          },
        ],
      },
      {
        title: "Tool list",
        rows: [
          {
            ...{ label: "As started, tokens (estimate)", measure: tools, better: "lower", unit: "tokens" },
            statistic: (all) => p50(all) / 4,
          },
        ],
      },
    ],
    notes: [
      "Both read the sandbox's Figma, from a process of its own that sends again what it was asked for once. The other knows the live Figma alone: a module loaded before it leads its fetch to the stand, at less than a microsecond a request.",
      "Documents of real designers are read where the folder beside the project has them.",
    ],
  };
}

function nameOf({ key }: FigmaDocumentSample): string {
  return key.replace(/^bench|0+\d$/g, "").toLowerCase();
}

/** All of a document, known by its pages' names. */
function readingOf(document: FigmaDocumentSample): Work {
  return { task: document.key, check: (texts) => checkSaid(texts, pageNames(document)) };
}

const names = new Map<string, readonly string[]>();

function pageNames(document: FigmaDocumentSample): readonly string[] {
  const known = names.get(document.key);
  if (known !== undefined) return known;
  const { children } = designOf(document).document as { children: { name: string }[] };
  const found = children.map(({ name }) => name);
  names.set(document.key, found);
  return found;
}
