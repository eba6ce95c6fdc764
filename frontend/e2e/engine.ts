import { existsSync } from 'node:fs';
import type { Sought } from './sought';

/** The color scheme that the person has chosen for all pages. */
export type Scheme = 'light' | 'dark';

/** A browser other than Chromium. */
export interface Engine {
  name: string;
  /** The paths of what must be installed for it. */
  programs: string[];
  /** How narrow its window can be, in pixels, but for what no phone has: 320. */
  narrowest: number;
  /** Whether it can be in a call, with a camera and a microphone that are made up. */
  calls: boolean;
  /** Starts it with one page, in another time zone than the salon. */
  start(scheme: Scheme): Promise<EnginePage>;
}

/** What the tests need of a page; each engine is driven by another protocol. Nothing here waits for what is not there yet. */
export interface EnginePage {
  /** Opens an address, and has the page note what goes wrong. */
  open(address: string): Promise<void>;
  find(sought: Sought): Promise<EngineElement | undefined>;
  /** Makes the page so many pixels wide. */
  resize(width: number): Promise<void>;
  /** Runs a function in the page: it knows only what is there. */
  run<Result>(script: () => Result): Promise<Awaited<Result>>;
  close(): Promise<void>;
}

export interface EngineElement {
  /** Clicks on it as with a mouse. */
  click(): Promise<void>;
  /** Types into it as with a keyboard. */
  type(text: string): Promise<void>;
  /** Runs a function in the page, with the element. */
  run<Result>(script: (element: HTMLElement) => Result): Promise<Result>;
}

/** How long a program or an answer may take, in milliseconds. */
export const longest = 30_000;

/** Reports whether an engine is installed. Without one its tests are skipped, with a warning, but never in CI. */
export function isInstalled({ name, programs }: Engine): boolean {
  const missing = programs.filter((program) => !existsSync(program));
  if (missing.length === 0) {
    return true;
  }
  if (process.env['CI']) {
    throw new Error(`The tests in ${name} need ${missing.join(' and ')}.`);
  }
  console.warn(`\nSKIPPED: all tests in ${name}, which need ${missing.join(' and ')}.\n`);
  return false;
}
