import { Card, Stack, Text, Title } from '@mantine/core';
import { useRef } from 'react';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { SavedText } from '../../parts/saved_text';
import { type Customer, customerCardSet } from './customers_query';
import { customersWords } from './words';

type Field = 'notes' | 'allergies' | 'formulas';

/** What staff write down about a customer; each field saves itself, unless somebody else has changed the card. */
export function CustomerCard({ customer: { id, card } }: { customer: Pick<Customer, 'id' | 'card'> }) {
  const t = useWords(customersWords);
  const { client } = useApi();
  const change = useChange();

  // The next field may be left before the page has the answer to the last one: it waits for it, and counts on its version.
  const answered = useRef(0);
  const last = useRef<Promise<unknown>>(Promise.resolve());

  function write(field: Field, value: string) {
    const written = last.current.then(() => set(field, value));
    last.current = written;
    return written;
  }
  async function set(field: Field, value: string) {
    const outcome = await change(
      customerCardSet,
      { input: { id, [field]: value, expectedVersion: Math.max(card.version, answered.current) } },
      {
        fields: [field, 'expectedVersion'],
        undo: ({ customer }) =>
          send(client, customerCardSet, { input: { id, [field]: card[field], expectedVersion: customer?.card.version ?? null } }),
      },
    );
    if (outcome.done) {
      answered.current = outcome.payload.customer?.card.version ?? 0;
    }
    return outcome.done ? undefined : outcome.errors[0]?.message;
  }
  const fields = (['notes', 'allergies', 'formulas'] as const).map((field) => (
    <SavedText key={field} multiline label={t[field]} value={card[field]} save={(value) => write(field, value)} />
  ));
  return (
    <section>
      <Title order={2} mb="xs">
        {t.card}
      </Title>
      <Card withBorder>
        <Stack>
          {fields}
          <Text size="sm" c="dimmed">
            {t.cardHint}
          </Text>
        </Stack>
      </Card>
    </section>
  );
}
