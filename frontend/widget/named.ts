/** Returns the one with an ID or a name, without regard to case and spaces around it; undefined if there is none. */
export const named = <Of extends { id: string }>(all: readonly Of[], wanted: string | undefined, nameOf: (one: Of) => string): Of | undefined =>
  wanted === undefined ? undefined : (all.find(({ id }) => id === wanted) ?? all.find((one) => folded(nameOf(one)) === folded(wanted)));

const folded = (text: string) => text.trim().normalize('NFC').toLowerCase();
