const form = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;

/** How many minutes a duration of the API is; it has days, hours and minutes. */
export function minutesOf(duration: string): number {
  const [, days = '0', hours = '0', minutes = '0'] = form.exec(duration) ?? [];
  return (Number(days) * 24 + Number(hours)) * 60 + Number(minutes);
}

/** Minutes as a duration of the API. */
export const durationOf = (minutes: number): string => `PT${minutes}M`;
