/** Returns what stands in braces in a text and is no placeholder, each once. The server refuses it. */
export const unknownPlaceholders = (text: string, known: readonly string[]): string[] => [
  ...new Set((text.match(/\{[^{}\n]*\}/g) ?? []).filter((found) => !known.includes(found))),
];
