/** Returns an address of the server as one of this page's origin, to which the browser sends the cookie of the sign-in. */
export const ownAddress = (address: string): string => new URL(address, location.href).pathname;
