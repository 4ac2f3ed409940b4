/** Where plugins connect; what asks for anything else is no plugin. */
export const bridgePath = "/drawbridge";
