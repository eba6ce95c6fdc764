import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const frontend = join(import.meta.dirname, '..');

/** Our pages, without their tests. */
const files = ['admin', 'call', 'widget'].flatMap((folder) =>
  readdirSync(join(frontend, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\.d\.ts$|testing\//.test(file))
    .map((file) => join(folder, file)),
);

/** What may be missing, throw, or be wrong, with the file that checks it and the few others that may use it. */
it.each([
  ['languages.ts', /navigator\.languages?\b/, []],
  ['zone.ts', /resolvedOptions|supportedValuesOf/, []],
  ['storage.ts', /localStorage|sessionStorage|indexedDB/, []],
  ['unguessable.ts', /randomUUID|crypto\.subtle/, ['widget/proof.ts']], // a comment
  ['secure.ts', /isSecureContext/, []],
  ['clipboard.ts', /navigator\.clipboard|CopyButton|useClipboard/, []],
  // Differences of two times of the same device are right if it is wrong.
  ['clock.ts', /Date\.now\(|new Date\(\)/, ['call/session.ts', 'widget/api.ts', 'widget/use_countdown.ts', 'widget/use_hold.ts']],
  ['admin/parts/choice.tsx', /NativeSelect/, ['admin/parts/choice.tsx']],
] as const)('only %s uses %s', (_, pattern, others) => {
  const users = files.filter((file) => pattern.test(readFileSync(join(frontend, file), 'utf8')));
  expect(users.toSorted()).toEqual([...others]);
});
