import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** What each layer may import besides itself. Parts and api stand side by side: neither imports the other. */
const below: Record<string, readonly string[]> = {
  language: [],
  parts: ['language'],
  api: ['language'],
  session: ['language', 'parts', 'api'],
  features: ['language', 'parts', 'api', 'session'],
  app: ['language', 'parts', 'api', 'session', 'features'],
  // What component tests render with; only tests may import it.
  testing: ['language', 'parts', 'api', 'session'],
};

/** Reports whether a file outside the admin is one that all layers may import: the server's limits, what checks the environment, or the call. */
const isShared = (file: string) => file === '../limits.ts' || file.startsWith('../environment/') || file.startsWith('../call/');

interface Import {
  from: string;
  to: string;
}

const imports = readImports();

test('imports run down the layers', () => {
  expect(imports.filter(({ from, to }) => !mayImport(from, to)).map(text)).toEqual([]);
});

test('a feature imports another feature only by its index', () => {
  expect(imports.filter(reachesInside).map(text)).toEqual([]);
});

test('no imports form a cycle', () => {
  expect(findCycle()).toEqual([]);
});

function reachesInside({ from, to }: Import): boolean {
  const isBetweenFeatures = layerOf(from) === 'features' && layerOf(to) === 'features' && featureOf(from) !== featureOf(to);
  return isBetweenFeatures && to !== `features/${featureOf(to)}/index.ts`;
}

function mayImport(from: string, to: string): boolean {
  const layer = layerOf(from);
  if (layer === '') {
    return true; // main.tsx puts the layers together, vite.config.ts builds them
  }
  return isShared(to) || layer === layerOf(to) || below[layer]?.includes(layerOf(to)) === true || (isTest(from) && layerOf(to) === 'testing');
}

/** Returns the files of the first cycle in order, or nothing if there is none. */
function findCycle(): string[] {
  const done = new Set<string>();
  function visit(file: string, path: readonly string[]): string[] {
    if (path.includes(file)) {
      return [...path.slice(path.indexOf(file)), file];
    }
    if (done.has(file)) {
      return [];
    }
    for (const { to } of imports.filter(({ from }) => from === file)) {
      const cycle = visit(to, [...path, file]);
      if (cycle.length > 0) {
        return cycle;
      }
    }
    done.add(file);
    return [];
  }
  return imports.map(({ from }) => visit(from, [])).find((cycle) => cycle.length > 0) ?? [];
}

/** Reads the imports of our own files, of types and dynamic ones too. */
function readImports(): Import[] {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
  return files.flatMap((from) =>
    ts
      .preProcessFile(readFileSync(join(import.meta.dirname, from), 'utf8'))
      .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
      .map(({ fileName }) => ({ from, to: resolved(normalize(join(dirname(from), fileName))) })),
  );
}

function resolved(file: string): string {
  const candidates = [file, `${file}.ts`, `${file}.tsx`, `${file}/index.ts`, `${file}.d.ts`];
  return candidates.find((name) => /\.\w+$/.test(name) && existsSync(join(import.meta.dirname, name))) ?? file;
}

/** Returns the folder right below the admin's; empty for files beside this one. */
function layerOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : '';
}

function featureOf(file: string): string {
  return file.split('/')[1] ?? '';
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}

function text({ from, to }: Import): string {
  return `${from} imports ${to}`;
}
