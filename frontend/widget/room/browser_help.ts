/** Browsers whose way to allow a camera differs. */
export type BrowserName = 'chrome' | 'firefox' | 'safari' | 'ios' | 'unknown';

/** Returns the browser by the text with which it names itself. It decides about nothing but the words of a help. */
export function browserOf(userAgent: string): BrowserName {
  if (/iPhone|iPad|iPod/.test(userAgent)) {
    return 'ios'; // where every browser is Safari inside
  }
  if (/Firefox\//.test(userAgent)) {
    return 'firefox';
  }
  if (/Chrome\/|Chromium\//.test(userAgent)) {
    return 'chrome';
  }
  return /Safari\//.test(userAgent) ? 'safari' : 'unknown';
}
