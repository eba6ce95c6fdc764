import { Combobox, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect } from 'react';
import { useLiveQuery } from '../../api/live_query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { wallClockAt } from '../../session/wall_clock';
import { customerSearchQuery } from './customer_search_query';
import type { FoundCustomer } from './found_customer';
import { appointmentWords } from './appointment_words';

interface Props {
  typed: string;
  onType(typed: string): void;
  onKnown(customer: FoundCustomer): void;
  onNew(): void;
}

/** Debounce of the search, in milliseconds. */
const pause = 120;

const somebodyNew = 'new';

/** Finds a customer while one types a name, a phone number or an email address; Enter takes the first. */
export function CustomerSearch({ typed, onType, onKnown, onNew }: Props) {
  const t = useWords(appointmentWords);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const search = typed.trim();
  const [sought] = useDebouncedValue(search, pause);
  const { data } = useLiveQuery(customerSearchQuery, { search: sought }, { pause: sought === '', hidesFormer: true });
  const isCurrent = sought === search;
  const { resetSelectedOption } = combobox;
  // What the arrow keys chose stood in the former list.
  // oxlint-disable-next-line react/exhaustive-deps
  useEffect(() => resetSelectedOption(), [data, resetSelectedOption]);
  const found = sought === '' ? [] : (data?.customers.nodes ?? []);

  function take(value: string) {
    const customer = found.find(({ id }) => id === value);
    combobox.closeDropdown();
    if (customer) {
      onKnown(customer);
    } else if (value === somebodyNew) {
      onNew();
    }
  }

  return (
    <Combobox store={combobox} onOptionSubmit={take} withinPortal={false}>
      <Combobox.Target>
        <TextInput
          label={t.customer}
          placeholder={t.customerHint}
          autoComplete="off"
          data-autofocus
          value={typed}
          rightSection={search !== '' && !isCurrent && <Loader size={16} />}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onChange={({ currentTarget: { value } }) => {
            onType(value);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && search !== '') {
              event.preventDefault(); // or else the form is sent
              if (isCurrent && data && combobox.selectedOptionIndex < 0) {
                combobox.selectFirstOption();
              }
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={search === ''}>
        <Combobox.Options aria-label={t.customerFound}>
          {found.map((customer) => (
            <Combobox.Option key={customer.id} value={customer.id}>
              <Found customer={customer} />
            </Combobox.Option>
          ))}
          {search !== '' && (
            <Combobox.Option value={somebodyNew}>
              <Text size="sm">{t.customerNew(search)}</Text>
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** What tells customers of one name apart. */
export function Found({ customer: { name, phone, email, visits } }: { customer: FoundCustomer }) {
  const t = useWords(appointmentWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const dateOf = (instant: string) => format.date(wallClockAt(instant, timeZone).date);
  const when = [visits.lastAt && t.lastVisit(dateOf(visits.lastAt)), visits.nextAt && t.nextVisit(dateOf(visits.nextAt))];
  return (
    <>
      <Text size="sm" fw={600}>
        {name}
      </Text>
      <Text size="xs" c="dimmed">
        {[phone, email, ...when].filter(Boolean).join(' · ')}
      </Text>
    </>
  );
}
