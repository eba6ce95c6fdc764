/** How wrong the device may be before it is corrected, in milliseconds: responses take time, and their dates are whole seconds. */
const tolerance = 60_000;

/** Milliseconds to add to the device's clock. */
let correction = 0;

/** Returns the time in milliseconds like Date.now(), which is the server's if the device's clock is wrong. */
export const now = (): number => Date.now() + correction;

/** Reports whether the date of the device is wrong. */
export const isFarOff = (): boolean => Math.abs(correction) > 86_400_000;

/** Compares the device's clock with the date of a response. */
export function readClock({ headers }: Pick<Response, 'headers'>): void {
  const ahead = Date.parse(headers.get('date') ?? '') - Date.now();
  correction = Math.abs(ahead) > tolerance ? ahead : 0; // also without a date
}
