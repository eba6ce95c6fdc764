import { Card, SimpleGrid, Stack, Switch, Text } from '@mantine/core';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import type { VariablesOf } from '../../api/graphql';
import { useChange } from '../../api/use_change';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { LanguageChoice } from '../../parts/language_choice';
import { SavedText } from '../../parts/saved_text';
import { useBranch } from '../../session/branch';
import { EmailSuggestion } from '../../session/email_suggestion';
import { wallClockAt } from '../../session/wall_clock';
import { type Customer, customerUpdate } from './customers_query';
import { customersWords } from './words';

type Part = Omit<VariablesOf<typeof customerUpdate>['input'], 'id'>;

/** Name and contact data of a customer; each field saves itself. */
export function CustomerFacts({ customer: { id, name, email, phone, locale, confirmedAt, privacyAcceptedAt, marketingAcceptedAt } }: { customer: Customer }) {
  const t = useWords(customersWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const { client } = useApi();
  const change = useChange();
  const set = (part: Part, before: Part) =>
    change(customerUpdate, { input: { id, ...part } }, { undo: () => send(client, customerUpdate, { input: { id, ...before } }), fields: Object.keys(part) });

  async function write(field: 'name' | 'email' | 'phone', value: string, before: string) {
    const outcome = await set({ [field]: value }, { [field]: before });
    return outcome.done ? undefined : outcome.errors[0]?.message;
  }
  return (
    <Card withBorder>
      <Stack>
        {!confirmedAt && <Text>{t.unconfirmed}</Text>}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <SavedText label={t.name} value={name} save={(value) => write('name', value, name)} />
          <SavedText label={t.email} type="email" suggest={EmailSuggestion} value={email ?? ''} save={(value) => write('email', value, email ?? '')} />
          <SavedText label={t.phone} type="tel" value={phone} save={(value) => write('phone', value, phone)} />
          <LanguageChoice
            label={t.language}
            value={locale}
            onChange={(event) => void set({ locale: event.currentTarget.value as Customer['locale'] }, { locale })}
          />
        </SimpleGrid>
        <Switch
          label={t.marketing}
          checked={marketingAcceptedAt !== null}
          onChange={(event) => void set({ acceptsMarketing: event.currentTarget.checked }, { acceptsMarketing: marketingAcceptedAt !== null })}
        />
        <Text size="sm" c="dimmed">
          {privacyAcceptedAt ? t.privacy(format.date(wallClockAt(privacyAcceptedAt, timeZone).date)) : t.privacyNever}
        </Text>
      </Stack>
    </Card>
  );
}
