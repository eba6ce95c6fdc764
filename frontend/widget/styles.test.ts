import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const styles = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.css'));

it.each(styles)('%s does not depend on the root of the embedding page, nor on browsers from after 2022', (file) => {
  const text = readFileSync(join(import.meta.dirname, file), 'utf8').replaceAll(/\/\*.*?\*\//gs, '');
  expect(text.match(/[\d.]rem\b|light-dark\(|color-mix\(|:has\(/g)).toBeNull();
});
