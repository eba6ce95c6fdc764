/** Whether the browser knows passkeys on this page. */
export const knowsPasskeys = (): boolean => typeof globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function';

/** Creates a passkey for options of the server and returns it as JSON; undefined if the user cancels. */
export async function createPasskey(options: string): Promise<string | undefined> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options) as PublicKeyCredentialCreationOptionsJSON);
  return answer(() => navigator.credentials.create({ publicKey }));
}

/** Has a passkey sign options of the server and returns its answer as JSON; undefined if the user cancels. */
export async function askPasskey(options: string): Promise<string | undefined> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options) as PublicKeyCredentialRequestOptionsJSON);
  return answer(() => navigator.credentials.get({ publicKey }));
}

async function answer(ask: () => Promise<Credential | null>): Promise<string | undefined> {
  try {
    return JSON.stringify(await ask());
  } catch {
    return undefined; // cancelled, timed out, or no passkey fits
  }
}
