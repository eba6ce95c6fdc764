/* What the owner of a site is told about a snippet that names what there is not. */

/** What a preset names. */
export type PresetPart = 'branch' | 'service' | 'staff';

const kinds: Record<PresetPart, string> = { branch: 'branch', service: 'service that can be booked online', staff: 'person who can be booked online' };

/** Returns the sentence for the owner of the site, who reads it in the browser's console. */
export const sentenceOf = (part: PresetPart, value: string): string =>
  `visavis: there is no ${kinds[part]} called ${JSON.stringify(value)}, so the page shows a link to the booking page instead. Copy the snippet anew from the admin, „Einbetten“ (Embedding).`;
