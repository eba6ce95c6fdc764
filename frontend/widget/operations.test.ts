import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { bookOperation, termsQuery } from './book_operation';
import { providerMeant } from './email_suggestion';
import { findOperations } from './find_presets';
import { operations as managing } from './manage/operations';
import { operations as booking } from './operations';
import { operations as calling } from './room/operations';

const folder = join(import.meta.dirname, '../../graph/schema');
const schema = buildSchema(
  readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n'),
);

it.each(Object.entries({ ...booking, ...managing, ...calling, ...findOperations, bookOperation, termsQuery, providerMeant }))('the operation "%s" matches the schema', (_, operation) => {
  expect(validate(schema, parse(operation))).toEqual([]);
});
