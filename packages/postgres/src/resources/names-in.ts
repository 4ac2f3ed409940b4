import { ConnectorError } from "@drawbridge/core";

/** The three names in `postgres://{database}/{schema}/{relation}`, decoded. */
export interface AddressedNames {
  readonly database: string;
  readonly schema: string;
  readonly relation: string;
}

/** @throws ConnectorError `invalid_input` for an address with other than three names, or with wrong escapes */
export function namesIn(address: string): AddressedNames {
  const names = address.replace(/^postgres:\/\//, "").split("/");
  try {
    const [database = "", schema = "", relation = ""] = names.map(decodeURIComponent);
    if (names.length === 3 && database !== "" && schema !== "" && relation !== "")
      return { database, schema, relation };
  } catch {
    // Told below: a wrong escape is a wrong address.
  }
  throw new ConnectorError(
    "invalid_input",
    "That is no address of a relation. It reads postgres://database/schema/relation, each name with its special characters percent-encoded.",
  );
}
