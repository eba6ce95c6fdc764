/** Returns the address of a map that shows a place. */
export const mapOf = (place: string): string => `https://www.openstreetmap.org/search?${new URLSearchParams({ query: place })}`;
