/** Bytes that the images, sounds and embedded bytes of one answer may have together, before they are written as base64. */
export const largestMedia = 5 * 1024 * 1024;
