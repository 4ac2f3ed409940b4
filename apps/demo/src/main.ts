import { makeShop, startPostgres } from "@drawbridge/sandbox";
import { bakery } from "./bakery.ts";
import { paint } from "./paint.ts";
import { print } from "./print.ts";
import { shop } from "./shop.ts";

// The main job, twice: on a folder, and on a database that is made for it while the folder is looked at.
print(paint.dim("\nStarting a PostgreSQL of its own in the temporary folder …"));
await using postgres = await startPostgres();
const made = makeShop(postgres);
await bakery();
print(paint.dim("Making a shop of 362,000 rows in the PostgreSQL …"));
await made;
await shop(postgres);

print("Serve your own to your AI host:\n");
print(`    ${paint.bold("npx @drawbridge/filesystem ~/notes")}`);
print(`    ${paint.bold("npx @drawbridge/postgres postgres://reader@localhost/shop")}\n`);
