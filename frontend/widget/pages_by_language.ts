import type { Plugin } from 'vite';
import { type Language, languages } from './language';
import german from './words/de/page';
import english from './words/en/page';
import french from './words/fr/page';
import type { PageWords } from './words/page';
import turkish from './words/tr/page';

const pages: Record<Language, PageWords> = { de: german, en: english, fr: french, tr: turkish };

/** The files of texts that a page loads while its scripts load. */
const parts: Record<PageName, readonly string[]> = { index: ['booking'], manage: ['booking', 'closing', 'manage'], room: ['room'] };

/** A page. That of a room has no texts of its own: the server writes them. */
type PageName = keyof PageWords | 'room';

/** Returns the part and the language of a file of texts, such as words/fr/booking.ts; undefined for another file. */
export function wordsIn(file: string | null | undefined): { part: string; language: string } | undefined {
  const [, language, part] = /\/words\/(\w\w)\/(\w+)\.ts$/.exec(file ?? '') ?? [];
  return language && part ? { part, language } : undefined;
}

/** Returns a page in a language. fileOf returns the file of a part's texts. */
function pageIn(language: Language, html: string, name: PageName, fileOf: (part: string) => string): string {
  const texts = { language, ...(name === 'room' ? {} : pages[language][name]), words: parts[name].map((part) => preload(fileOf(part))).join('\n    ') };
  return html.replaceAll(/%(\w+)%/g, (whole, key: string) => texts[key as keyof typeof texts] ?? whole);
}

const preload = (file: string) => `<link rel="modulepreload" crossorigin href="/book/${file}" nonce="NONCE_OF_THE_ANSWER">`;

/** Builds pages in each language: index.html in German, index.fr.html in French. The server chooses. */
export function pagesByLanguage(names: readonly PageName[]): Plugin {
  return {
    name: 'pages-by-language',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { server, filename }) =>
        server ? pageIn('de', html, names.find((name) => filename.endsWith(`${name}.html`)) ?? 'index', (part) => `words/de/${part}.ts`) : html,
    },
    generateBundle(_, bundle) {
      const fileOf = (language: Language, part: string) =>
        Object.values(bundle).find((file) => {
          const words = file.type === 'chunk' ? wordsIn(file.facadeModuleId) : undefined;
          return words?.language === language && words.part === part;
        })?.fileName ?? this.error(`The texts ${language}/${part} are not built.`);
      for (const name of names) {
        const page = bundle[`${name}.html`];
        if (page?.type !== 'asset') {
          return this.error(`The page ${name}.html is not built.`);
        }
        const html = String(page.source);
        for (const language of languages) {
          const source = pageIn(language, html, name, (part) => fileOf(language, part));
          if (language === 'de') {
            page.source = source;
          } else {
            this.emitFile({ type: 'asset', fileName: `${name}.${language}.html`, source });
          }
        }
      }
    },
  };
}
