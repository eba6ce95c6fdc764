import { Anchor, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useLiveQuery } from '../../api/live_query';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { LanguageChoice } from '../../parts/language_choice';
import { useBranch } from '../../session/branch';
import { EmailSuggestion } from '../../session/email_suggestion';
import { keepsCustomers, useSession } from '../../session/session';
import type { NewCustomer } from './booked_customer';
import { customerSearchQuery } from './customer_search_query';
import type { FoundCustomer } from './found_customer';
import { appointmentWords } from './appointment_words';

interface Props {
  customer: NewCustomer;
  errors: Readonly<Record<string, string>>;
  onChange(customer: NewCustomer): void;
  onKnown(customer: FoundCustomer): void;
}

/** Debounce of the search, in milliseconds. */
const pause = 250;

/** The shortest part of a phone number that is searched for, in digits. */
const enoughDigits = 6;

/** The facts of somebody new. Customers who have the phone number are proposed; a family may share one. */
export function NewCustomerFields({ customer, errors, onChange, onKnown }: Props) {
  const t = useWords(appointmentWords);
  const common = useWords(commonWords);
  const session = useSession();
  const { sendsMail } = useBranch();
  const { name, email, phone, locale } = customer;
  const [sought] = useDebouncedValue(phone.trim(), pause);
  const isEnough = sought.replace(/\D/g, '').length >= enoughDigits;
  const { data } = useLiveQuery(customerSearchQuery, { search: sought }, { pause: !isEnough || !keepsCustomers(session), hidesFormer: true });
  const sharing = isEnough ? (data?.customers.nodes ?? []) : [];
  const write = (change: Partial<NewCustomer>) => onChange({ ...customer, ...change });
  return (
    <Stack gap="sm">
      <TextInput label={t.name} autoComplete="off" data-autofocus value={name} error={errors['name']} onChange={(event) => write({ name: event.currentTarget.value })} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          type="tel"
          label={`${t.phone} (${common.optional})`}
          description={'\u00A0'}
          autoComplete="off"
          value={phone}
          error={errors['phone']}
          onChange={(event) => write({ phone: event.currentTarget.value })}
        />
        <div>
          <TextInput
            type="email"
            label={`${t.email} (${common.optional})`}
            description={sendsMail ? t.emailHint : t.noMail}
            autoComplete="off"
            value={email}
            error={errors['email']}
            onChange={(event) => write({ email: event.currentTarget.value })}
          />
          <EmailSuggestion written={email} onTake={(taken) => write({ email: taken })} />
        </div>
      </SimpleGrid>
      <div aria-live="polite">
        {sharing.length > 0 && (
          <Text size="sm" component="div">
            {t.sharingPhone}
            <Group gap="sm">
              {sharing.map((other) => (
                <Anchor key={other.id} component="button" type="button" size="sm" onClick={() => onKnown(other)}>
                  {other.name}
                </Anchor>
              ))}
            </Group>
          </Text>
        )}
      </div>
      <LanguageChoice label={t.language} value={locale} onChange={(event) => write({ locale: event.currentTarget.value as NewCustomer['locale'] })} />
    </Stack>
  );
}
