import { expect, vi } from 'vitest';
import { type Engine, type EngineElement, type EnginePage, longest, type Scheme } from './engine';
import { notedComplaints } from './noted_complaints';
import type { Sought } from './sought';

/** A customer before a page, who waits for whatever they look for. */
export interface Visitor {
  open(address: string): Promise<void>;
  see(kind: Sought['kind'], name: string): Promise<EngineElement>;
  click(kind: Sought['kind'], name: string): Promise<void>;
  type(field: string, text: string): Promise<void>;
  /** Makes the page so many pixels wide. */
  resize(width: number): Promise<void>;
  /** What the page is called, the language that it says it speaks, its address, and by how many pixels it is too wide. */
  page(): Promise<{ title: string; language: string; address: string; excess: number }>;
  /** Runs a function in the page: it knows only what is there. */
  evaluate: EnginePage['run'];
  /** Closes the engine. No page may have had anything to complain about. */
  leave(): Promise<void>;
}

/** Starts an engine for a customer who visits pages. */
export async function startVisit(engine: Engine, scheme: Scheme): Promise<Visitor> {
  const page = await engine.start(scheme);
  const hear = async () => expect(await page.run(notedComplaints)).toEqual([]);

  const withFound = <Result>(sought: Sought, act: (element: EngineElement) => Promise<Result>): Promise<Result> =>
    vi.waitFor(
      async () => {
        const element = await page.find(sought);
        if (!element) {
          throw new Error(`No ${sought.kind} is called ${sought.name}.`);
        }
        return act(element);
      },
      { timeout: longest },
    );

  /** Clicks once the element stands still, so that it is hit. */
  function click(sought: Sought): Promise<void> {
    let before = '';
    return withFound(sought, async (element) => {
      const box = await element.run((found) => JSON.stringify(found.getBoundingClientRect()));
      if (box !== before) {
        before = box;
        throw new Error(`The ${sought.kind} ${sought.name} moves.`);
      }
      await element.click();
    });
  }

  let opened = false;
  return {
    async open(address) {
      await (opened ? hear() : undefined);
      await page.open(address);
      opened = true;
    },
    see: (kind, name) => withFound({ kind, name }, (element) => Promise.resolve(element)),
    click: (kind, name) => click({ kind, name }),
    type: (field, text) => withFound({ kind: 'field', name: field }, (element) => element.type(text)),
    async resize(width) {
      await page.resize(width);
      await expect.poll(() => page.run(() => innerWidth)).toBe(width);
    },
    page: () =>
      page.run(() => {
        const { lang, scrollWidth, clientWidth } = document.documentElement;
        return { title: document.title, language: lang, address: location.href, excess: scrollWidth - clientWidth };
      }),
    evaluate: page.run,
    async leave() {
      try {
        await hear();
      } finally {
        await page.close();
      }
    },
  };
}
