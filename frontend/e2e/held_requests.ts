import type { Page, Request, Route } from 'playwright-core';

/** Names a request by what it brings: a file without the hash of its content, or an operation. */
function nameOf(request: Request): string {
  const { query } = (request.postDataJSON() ?? {}) as { query?: string };
  return /^\w+ \w+/.exec(query ?? '')?.[0] ?? new URL(request.url()).pathname.replace(/-[\w-]{8}(?=\.\w+$)/, '');
}

/** The requests of a page, none of which is answered before the test wants it to be. */
export class HeldRequests {
  private routes: Route[] = [];
  /** The names of those that were answered, in order. */
  readonly answered: string[] = [];

  /** Holds all that the page requests from now on. */
  static async of(page: Page): Promise<HeldRequests> {
    const requests = new HeldRequests();
    await page.route('**', (route) => {
      requests.routes.push(route);
    });
    return requests;
  }

  /** The names of those that are held, sorted. */
  get held(): string[] {
    return this.routes.map((route) => nameOf(route.request())).toSorted();
  }

  /** Has all that are held answered. */
  async answer() {
    this.answered.push(...this.held);
    await Promise.all(this.routes.splice(0).map((route) => route.continue()));
  }
}
