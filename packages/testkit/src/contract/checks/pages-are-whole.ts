import type { Host, ToolAnswer } from "../../hosts/host.ts";
import { allPages } from "../answers/all-pages.ts";
import { budgetFault } from "../answers/budget-fault.ts";
import { pageContent } from "../answers/page-content.ts";
import { budgets } from "../trial/budgets.ts";
import type { Example } from "../trial/example.ts";
import type { Check } from "./check.ts";

/** What is lost or told twice between two pages, no model will ever notice. */
export const pagesAreWhole: Check = {
  name: "gives by the smallest pages, each within its budget, what it gives at once",
  appliesTo: ({ connector }) => connector.tools.some(({ pages }) => pages !== undefined),
  async find(trial) {
    await using large = await trial.serve({ "max-result-bytes": budgets.largest });
    await using small = await trial.serve({ "max-result-bytes": budgets.smallest });
    const faults: string[] = [];
    const { standalonePages = [] } = trial.contract;
    for (const tool of trial.connector.tools.filter(({ pages }) => pages !== undefined)) {
      let most = 0;
      for (const example of trial.examples.filter((each) => each.tool === tool)) {
        const compared = await compare(example, large, small, standalonePages.includes(tool.name));
        faults.push(...compared.faults.map((fault) => `${example.shown}: ${fault}`));
        most = Math.max(most, compared.pages);
      }
      if (most < 2) faults.push(`${tool.name} pages; the contract needs a call of it that answers over a kibibyte`);
    }
    return faults;
  },
};

async function compare(example: Example, large: Host, small: Host, isStandalone: boolean) {
  try {
    const [whole, pages] = [await allPages(large, example), await allPages(small, example)];
    const different = isStandalone ? [] : differences(example.tool, whole, pages);
    return { pages: pages.length, faults: [...pages.flatMap(pageFaults), ...different] };
  } catch (error) {
    return { pages: 2, faults: [(error as Error).message] };
  }
}

function pageFaults(page: ToolAnswer, index: number): readonly string[] {
  if (page.isError) return [`page ${index + 1} failed: ${page.text}`];
  const fault = budgetFault(page, Number(budgets.smallest));
  return [
    ...(fault === undefined ? [] : [`page ${index + 1} ${fault}`]),
    // What the budget left out is told in words; a tool may say `true` beside its nextCursor.
    ...(typeof page.meta.truncated === "string"
      ? [`page ${index + 1} was cut: take from the page what is added to it`]
      : []),
  ];
}

function differences(tool: Example["tool"], whole: readonly ToolAnswer[], pages: readonly ToolAnswer[]) {
  if ([...whole, ...pages].some(({ isError }) => isError)) return [];
  const [wanted, given] = [pageContent(tool, whole), pageContent(tool, pages)];
  if (wanted === undefined || given === undefined) return [];
  const unit = tool.output === undefined ? "characters" : tool.pages;
  const repeats = wanted.length - new Set(wanted).size < given.length - new Set(given).size;
  return [
    ...(wanted.length === given.length ? [] : [`${given.length} ${unit} in small pages, ${wanted.length} at once`]),
    ...(tool.output !== undefined && repeats ? [`small pages repeat some of the ${unit}`] : []),
    ...(tool.output === undefined && wanted.join("") !== given.join("") ? ["small pages tell another text"] : []),
  ];
}
