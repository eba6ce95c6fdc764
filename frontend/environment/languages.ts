/** Returns the languages that the browser prefers, best first. It may have none, or what is no language tag, such as C. */
export function preferredLanguages(): readonly string[] {
  const { languages, language } = navigator as Partial<Navigator>;
  return [...(languages ?? []), language ?? ''];
}
