import { Card, Stack, Text, Title } from '@mantine/core';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { SavedText } from '../../parts/saved_text';
import { type Customer, customerCardSet } from './customers_query';
import { customersWords } from './words';

/** What staff write down about a customer; each field saves itself, unless somebody else has changed the card. */
export function CustomerCard({ customer: { id, card } }: { customer: Customer }) {
  const t = useWords(customersWords);
  const { client } = useApi();
  const change = useChange();

  async function write(field: 'notes' | 'allergies' | 'formulas', value: string) {
    const outcome = await change(
      customerCardSet,
      { input: { id, [field]: value, expectedVersion: card.version } },
      {
        fields: [field, 'expectedVersion'],
        undo: ({ customer }) =>
          send(client, customerCardSet, { input: { id, [field]: card[field], expectedVersion: customer?.card.version ?? null } }),
      },
    );
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
