/** Writes minutes as hours: 24, or 1:40 if they are not whole. */
export function hoursOf(minutes: number): string {
  const rest = minutes % 60;
  const hours = String((minutes - rest) / 60);
  return rest === 0 ? hours : `${hours}:${String(rest).padStart(2, '0')}`;
}

/** Reads hours that are written as 24, 1:40, 1,5 or 1.5, in minutes. Returns undefined if they are no whole minutes. */
export function minutesOfHours(written: string): number | undefined {
  const [, hours, minutes, fraction] = /^(\d{1,6})(?::([0-5]\d)|[.,](\d{1,4}))?$/.exec(written.trim()) ?? [];
  if (hours === undefined) {
    return undefined;
  }
  const part = minutes === undefined ? Number(`0.${fraction ?? 0}`) * 60 : Number(minutes);
  const whole = Math.round(part);
  return Math.abs(part - whole) < 1e-6 ? Number(hours) * 60 + whole : undefined;
}
