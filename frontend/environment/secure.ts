/** Reports whether the page came by TLS or from this very device. Otherwise browsers give it neither camera nor microphone. */
export const isSecure = (): boolean => globalThis.isSecureContext !== false;
