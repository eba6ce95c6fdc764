/** What an embedded booking page presets. */
export interface Preset {
  /** The slug of the branch. */
  branch: string;
  serviceId?: string | undefined;
  staffId?: string | undefined;
  /** Undefined: as the customer's device. */
  theme?: string | undefined;
  /** Undefined: the customer's. */
  language?: string | undefined;
}

/** Returns the URL of the booking page. The page reads its theme behind the #, as in a frame. */
export function linkOf(origin: string, { branch, serviceId, staffId, theme, language }: Preset): string {
  const url = new URL(`/book/${encodeURIComponent(branch)}`, origin);
  for (const [name, value] of Object.entries({ service: serviceId, staff: staffId, lang: language })) {
    if (value) {
      url.searchParams.set(name, value);
    }
  }
  if (theme) {
    url.hash = `theme=${theme}`;
  }
  return url.toString();
}

/** The texts in a snippet. */
export interface Texts {
  book: string;
}

/** Returns the HTML that shows booking in the page. The link in it is the fallback without scripts. */
export function inlineOf(origin: string, preset: Preset, { book }: Texts): string {
  return [scriptOf(origin), `<visavis-booking${attributesOf('', preset)}>`, `  ${anchorOf(origin, preset, book)}`, '</visavis-booking>'].join('\n');
}

/** Returns the HTML of a button that opens booking in a dialog. */
export function buttonOf(origin: string, { branch, ...preset }: Preset, { book }: Texts): string {
  const attributes = attributesOf('data-visavis-', { branch: '', ...preset });
  return [
    scriptOf(origin),
    `<button type="button" data-visavis-booking="${escaped(branch)}"${attributes}>${escaped(book)}</button>`,
    `<noscript>${anchorOf(origin, { branch, ...preset }, book)}</noscript>`,
  ].join('\n');
}

/** Returns the HTML of a frame, for websites that allow no scripts. */
export const frameOf = (origin: string, preset: Preset, { book }: Texts): string =>
  `<iframe src="${escaped(linkOf(origin, preset))}" title="${escaped(book)}" style="width:100%;height:720px;border:0"></iframe>`;

const scriptOf = (origin: string) => `<script src="${escaped(origin)}/embed.js" type="module"></script>`;

const anchorOf = (origin: string, preset: Preset, text: string) => `<a href="${escaped(linkOf(origin, { ...preset, theme: undefined }))}">${escaped(text)}</a>`;

const attributesOf = (prefix: string, { branch, serviceId, staffId, theme, language }: Preset): string =>
  Object.entries({ branch, service: serviceId, staff: staffId, theme, lang: language })
    .filter(([, value]) => value)
    .map(([name, value = '']) => ` ${prefix}${name}="${escaped(value)}"`)
    .join('');

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
