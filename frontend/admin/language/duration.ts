const form = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;

/** Converts a duration of the API, in days, hours and minutes, to minutes. */
export function minutesOf(duration: string): number {
  const [, days = '0', hours = '0', minutes = '0'] = form.exec(duration) ?? [];
  return (Number(days) * 24 + Number(hours)) * 60 + Number(minutes);
}

/** Converts minutes to a duration of the API. */
export const durationOf = (minutes: number): string => `PT${minutes}M`;
