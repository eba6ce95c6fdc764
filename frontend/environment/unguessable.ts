/** Returns an unguessable text of 32 hexadecimal digits. `crypto.randomUUID` exists with TLS only. */
export function unguessable(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
