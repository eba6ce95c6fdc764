/** What an embedded booking page presets. */
export interface Preset {
  /** The slug of the branch. */
  branch: string;
  serviceId?: string | undefined;
  staffId?: string | undefined;
}

/** Returns the URL of the booking page. */
export function linkOf(origin: string, { branch, serviceId, staffId }: Preset): string {
  const url = new URL(`/book/${encodeURIComponent(branch)}`, origin);
  if (serviceId) {
    url.searchParams.set('service', serviceId);
  }
  if (staffId) {
    url.searchParams.set('staff', staffId);
  }
  return url.toString();
}

/** Returns the HTML that embeds booking, inline or as a frame. The link in it is the fallback without scripts. */
export function snippetOf(origin: string, preset: Preset, isFramed: boolean): string {
  const { branch, serviceId, staffId } = preset;
  const attributes = [
    `branch="${escaped(branch)}"`,
    ...(serviceId ? [`service="${escaped(serviceId)}"`] : []),
    ...(staffId ? [`staff="${escaped(staffId)}"`] : []),
    ...(isFramed ? ['frame'] : []),
  ];
  return [
    `<script src="${escaped(origin)}/embed.js" type="module"></script>`,
    `<visavis-booking ${attributes.join(' ')}>`,
    `  <a href="${escaped(linkOf(origin, preset))}">Termin buchen</a>`,
    '</visavis-booking>',
  ].join('\n');
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
