import { Button, Card, Group } from '@mantine/core';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { keepsCustomers, useSession } from '../../session/session';
import { type BookedCustomer, newCustomer } from './booked_customer';
import { CustomerSearch, Found } from './customer_search';
import { NewCustomerFields } from './new_customer_fields';
import { appointmentWords } from './appointment_words';

interface Props {
  /** Null: nobody is chosen yet. */
  value: BookedCustomer | null;
  /** What is typed into the search. */
  typed: string;
  errors: Readonly<Record<string, string>>;
  onChange(value: BookedCustomer | null, typed: string): void;
}

/** Chooses for whom an appointment is: somebody on record, or somebody new. Members, who see no records, write a contact. */
export function CustomerField({ value, typed, errors, onChange }: Props) {
  const t = useWords(appointmentWords);
  const session = useSession();
  const { locale } = useBranch();
  const searches = keepsCustomers(session);
  if (value?.kind === 'known') {
    return (
      <Card withBorder padding="sm" component="section" aria-label={t.customer}>
        <Group justify="space-between" wrap="nowrap">
          <div>
            <Found customer={value.customer} />
          </div>
          <Button variant="default" size="compact-sm" onClick={() => onChange(null, '')}>
            {t.customerOther}
          </Button>
        </Group>
      </Card>
    );
  }
  if (value === null && searches) {
    return (
      <CustomerSearch
        typed={typed}
        onType={(next) => onChange(null, next)}
        onKnown={(customer) => onChange({ kind: 'known', customer }, '')}
        onNew={() => onChange(newCustomer(typed, locale), typed)}
      />
    );
  }
  const facts = value ?? newCustomer('', locale);
  return (
    <Card withBorder padding="sm" component="section" aria-label={t.customer}>
      <NewCustomerFields
        customer={facts.customer}
        errors={errors}
        onChange={(customer) => onChange({ kind: 'new', customer }, typed)}
        onKnown={(customer) => onChange({ kind: 'known', customer }, '')}
      />
      {searches && (
        <Button mt="sm" variant="default" size="compact-sm" onClick={() => onChange(null, typed)}>
          {t.customerBack}
        </Button>
      )}
    </Card>
  );
}
