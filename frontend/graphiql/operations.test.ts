import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getVariableValues,
  type GraphQLScalarType,
  isScalarType,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { describe, expect, it, test } from 'vitest';
import { openingTabs } from './tabs';
import { openingVariables } from './variables';

const schemaFolder = join(import.meta.dirname, '../../graph/schema');
const operationsFolder = join(import.meta.dirname, 'operations');
const now = new Date('2026-11-23T23:30:00Z');

const schema = buildSchema(
  readdirSync(schemaFolder)
    .filter((file) => file.endsWith('.graphqls'))
    .map((file) => readFileSync(join(schemaFolder, file), 'utf8'))
    .join('\n'),
);
const forms = {
  Instant: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  LocalDate: /^\d{4}-\d\d-\d\d$/,
  LocalTime: /^\d\d:\d\d$/,
};
for (const [name, form] of Object.entries(forms)) {
  scalar(name).parseValue = (value) => {
    if (!form.test(String(value))) {
      throw new TypeError(`${String(value)} is not a ${name}`);
    }
    return value;
  };
}

function scalar(name: string): GraphQLScalarType {
  const type = schema.getType(name);
  if (!isScalarType(type)) {
    throw new TypeError(`the schema has no scalar ${name}`);
  }
  return type;
}

const files = readdirSync(operationsFolder).map((file) => file.replace('.graphql', ''));

describe.each(files)('%s', (file) => {
  const document = parse(readFileSync(join(operationsFolder, `${file}.graphql`), 'utf8'));
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const variables = openingVariables(now)[file];

  it('is valid', () => {
    expect(validate(schema, document)).toEqual([]);
  });

  it('names its operations', () => {
    expect(operations.every((operation) => operation.name)).toBe(true);
  });

  it.each(operations.map((operation) => [operation.name?.value, operation] as const))(
    'has the variables of %s',
    (_, operation) => {
      const result = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {});
      expect(result.errors).toBeUndefined();
    },
  );

  it('uses all its variables', () => {
    expect(Object.keys(variables ?? {}).toSorted()).toEqual(variablesUsed(operations));
  });
});

function variablesUsed(operations: OperationDefinitionNode[]): string[] {
  const names = operations.flatMap((operation) =>
    (operation.variableDefinitions ?? []).map((definition) => definition.variable.name.value),
  );
  return [...new Set(names)].toSorted();
}

test('variables exist only for existing files', () => {
  expect(Object.keys(openingVariables(now)).toSorted()).toEqual(files.toSorted());
});

test("dates are in the salon's time zone", () => {
  const variables = openingVariables(now);
  expect(variables['4_salon_open']).toMatchObject({ from: '2026-11-24', to: '2026-12-07' });
  expect(variables['5_salon_closed']).toMatchObject({ openDate: '2026-11-25' });
});

test('the start to explain is always in the future', () => {
  const wednesday = openingVariables(new Date('2026-11-25T12:00:00Z'));
  expect(wednesday['2_look_around']).toMatchObject({ at: '2026-12-02T10:00:00Z' });
});

test('tabs are sorted by file name', () => {
  const tabs = openingTabs(now);
  expect(tabs).toHaveLength(files.length);
  expect(tabs[0]?.query).toContain('mutation SignIn');
  expect(JSON.parse(tabs[0]?.variables ?? '')).toHaveProperty('email', 'clara@salon.example');
  expect(tabs.at(-1)?.query).toContain('mutation Programs1Token');
});
