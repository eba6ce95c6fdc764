import type { Coverage } from 'playwright-core';

type Scripts = Awaited<ReturnType<Coverage['stopJSCoverage']>>;

/** How many bytes of script were run, by the coverage that the browser has recorded. */
export function executedScript(scripts: Scripts): number {
  return scripts.reduce((sum, script) => sum + executedOf(script), 0);
}

function executedOf({ source = '', functions }: Scripts[number]): number {
  const executed = new Uint8Array(source.length);
  // An outer range comes before those within it, which know better.
  for (const { count, startOffset, endOffset } of functions.flatMap(({ ranges }) => ranges)) {
    executed.fill(count > 0 ? 1 : 0, startOffset, endOffset);
  }
  return executed.reduce((sum, one) => sum + one, 0);
}
