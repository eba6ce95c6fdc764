/** Returns what the engine calls the time zone of the device, whether or not others know it. */
export const zoneName = (): string | undefined => new Intl.DateTimeFormat('en').resolvedOptions().timeZone as string | undefined;
