/** Returns an unguessable text of 128 bits. `crypto.randomUUID` exists with TLS only. */
export const unguessable = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-');
