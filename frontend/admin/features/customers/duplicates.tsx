import { Anchor, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../language/words';
import type { Customer } from './customers_query';
import { MergeDialog } from './merge_dialog';
import type { Mergeable } from './merged';
import { customersWords } from './words';

/** Others who may be the same person, each with a way to merge both. */
export function Duplicates({ customer }: { customer: Customer }) {
  const t = useWords(customersWords);
  const [chosen, setChosen] = useState<Mergeable>();
  if (customer.duplicates.length === 0) {
    return null;
  }
  return (
    <section>
      <Title order={2} mb="xs">
        {t.duplicates}
      </Title>
      <Card withBorder>
        <Stack>
          <Text size="sm" c="dimmed">
            {t.duplicatesHint}
          </Text>
          {customer.duplicates.map((other) => (
            <Group key={other.id} justify="space-between">
              <div>
                <Anchor component={Link} to={`/kunden/${other.id}`}>
                  {other.name}
                </Anchor>
                <Text size="sm">{[other.email, other.phone].filter(Boolean).join(' · ')}</Text>
              </div>
              <Button variant="default" aria-label={t.mergeWith(other.name)} onClick={() => setChosen(other)}>
                {t.merge}
              </Button>
            </Group>
          ))}
        </Stack>
      </Card>
      {chosen && <MergeDialog customer={customer} other={chosen} onClose={() => setChosen(undefined)} />}
    </section>
  );
}
