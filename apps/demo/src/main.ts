import { makeShop, startGithub, startPostgres } from "@drawbridge/sandbox";
import { bakery } from "./bakery.ts";
import { design } from "./design.ts";
import { openDesign } from "./open-design.ts";
import { paint } from "./paint.ts";
import { print } from "./print.ts";
import { shop } from "./shop.ts";
import { site } from "./site.ts";

// The main job, four times: on a folder, on a database, on a GitHub, and on a design; these are made for it while the folder is looked at.
print(paint.dim("\nStarting a PostgreSQL and a GitHub of its own, in the temporary folder and in memory …"));
await using postgres = await startPostgres();
const made = makeShop(postgres);
await using github = await startGithub();
await bakery();
print(paint.dim("Making a shop of 362,000 rows in the PostgreSQL …"));
await made;
await shop(postgres);
print(paint.dim("On to the GitHub, which answers as GitHub describes itself …"));
await site(github);
print(paint.dim("And to a design, in a file that Figma could have saved …"));
await design();
await openDesign();

print("Serve your own to your AI host:\n");
print(`    ${paint.bold("npx @drawbridge/filesystem ~/notes")}`);
print(`    ${paint.bold("npx @drawbridge/postgres postgres://reader@localhost/shop")}`);
print(`    ${paint.bold("GITHUB_TOKEN=… npx @drawbridge/github --repos acme/site")}`);
print(`    ${paint.bold("npx @drawbridge/figma design.fig")}\n`);
