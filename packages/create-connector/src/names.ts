/** A connector's names, in every form that its files write. */
export interface Names {
  /** `acme-tickets` */
  readonly kebab: string;
  /** `acmeTickets` */
  readonly camel: string;
  /** `AcmeTickets` */
  readonly pascal: string;
  /** `acme_tickets`, with which the names of its tools begin. */
  readonly snake: string;
  /** `ACME_TICKETS`, with which its variables begin. */
  readonly screaming: string;
}

/** @param kebab as `nameFault` takes it */
export function namesOf(kebab: string): Names {
  const words = kebab.split("-");
  const pascal = words.map(capitalised).join("");
  return {
    kebab,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    pascal,
    snake: words.join("_"),
    screaming: words.join("_").toUpperCase(),
  };
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
