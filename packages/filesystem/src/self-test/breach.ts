/** An attack got through, or its innocent twin did not. */
export class Breach extends Error {}
