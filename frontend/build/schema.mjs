/*
 * Writes the whole GraphQL schema to one file, because gql.tada reads only one. The file is regenerated before each check
 * and build, so it is not committed.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../graph/schema');
const text = readdirSync(folder)
  .filter((file) => file.endsWith('.graphqls'))
  .toSorted()
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n');
writeFileSync(join(import.meta.dirname, '../admin/api/schema.graphql'), text);
