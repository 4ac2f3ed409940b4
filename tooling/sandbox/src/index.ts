export { type StartedGithub, startGithub } from "./github/start-github.ts";
export { type Distance, startDistance } from "./network/start-distance.ts";
export { cloneDatabase } from "./postgres/clone-database.ts";
export { installedPostgres } from "./postgres/installed-postgres.ts";
export { makeDatabases } from "./postgres/make-databases.ts";
export { makeShop } from "./postgres/make-shop.ts";
export { type PostgresBinaries, packagedPostgres } from "./postgres/packaged-postgres.ts";
export { runSql } from "./postgres/run-sql.ts";
export { type StartedPostgres, startPostgres } from "./postgres/start-postgres.ts";
