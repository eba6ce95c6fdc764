/** Returns the text for a number by the language's rules for plurals (CLDR); # stands for the number. */
export function plural(language: string, count: number, texts: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }): string {
  return (texts[new Intl.PluralRules(language).select(count)] ?? texts.other).replace('#', String(count));
}
