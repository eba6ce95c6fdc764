import { expect, vi } from 'vitest';
import { type Engine, type EngineElement, longest, type Scheme } from './engine';
import { notedComplaints } from './noted_complaints';
import type { Sought } from './sought';

/** A customer before a page, who waits for whatever they look for. */
export interface Visitor {
  open(address: string): Promise<void>;
  see(kind: Sought['kind'], name: string): Promise<EngineElement>;
  click(kind: Sought['kind'], name: string): Promise<void>;
  type(field: string, text: string): Promise<void>;
  address(): Promise<string>;
}

/** Lets a customer visit pages in an engine, which must have nothing to complain about. */
export async function visit(engine: Engine, scheme: Scheme, look: (visitor: Visitor) => Promise<void>): Promise<void> {
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

  try {
    let opened = false;
    await look({
      async open(address) {
        await (opened ? hear() : undefined);
        await page.open(address);
        opened = true;
      },
      see: (kind, name) => withFound({ kind, name }, (element) => Promise.resolve(element)),
      click: (kind, name) => click({ kind, name }),
      type: (field, text) => withFound({ kind: 'field', name: field }, (element) => element.type(text)),
      address: () => page.run(() => location.href),
    });
    await hear();
  } finally {
    await page.close();
  }
}
