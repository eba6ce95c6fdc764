import { Button, Group, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { useServiceChoice } from '../../api/service_choice';
import { useChange } from '../../api/use_change';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
import { useBranch } from '../../session/branch';
import { RestoredDraft, useKeptDraft } from '../../session/kept_draft';
import { today } from '../../session/today';
import { instantAt, wallClockAt } from '../../session/wall_clock';
import { instantOf } from './board_scale';
import { appointmentBookByStaff } from './book_by_staff';
import { type BookedCustomer, inputOf, newCustomer } from './booked_customer';
import type { Profile } from './calendar_query';
import { CustomerField } from './customer_field';
import type { FoundCustomer } from './found_customer';
import { Explanation } from './explanation';
import { FreeTimes } from './free_times';
import { LastService } from './last_service';
import { calendarWords } from './words';
import { ServiceField } from './service_field';
import { appointmentWords } from './appointment_words';

/** The free time that was clicked on the board, if any. */
export interface Start {
  staffId?: string;
  /** The local date of the column, if no time was clicked. */
  date?: string;
  /** In seconds since the epoch. */
  from?: number;
}

interface Props {
  /** The day that the calendar shows. */
  day: string;
  /** Whether the user has chosen that day; otherwise free times are those from now on. */
  isDayChosen: boolean;
  start: Start;
  staff: readonly Profile[];
  /** The customer on record for whom it is, unless somebody else is chosen. */
  customer: FoundCustomer | undefined;
  services: ReturnType<typeof useServiceChoice>;
  onClose(): void;
}

interface Values {
  serviceId: string;
  staffId: string;
  date: string;
  time: string;
  note: string;
  customer: BookedCustomer | null;
  /** What is typed into the search for a customer. */
  typed: string;
}

/** The choice of whoever is free. */
const anyone = '';

/** Fields that show their errors themselves. */
const fields = ['start', 'staffId', 'serviceId', 'note', 'customer.name', 'customer.email', 'customer.phone', 'override'] as const;

export default function NewAppointmentForm({ day, isDayChosen, start, staff, customer: preset, services, onClose }: Props) {
  const t = useWords(appointmentWords);
  const calendar = useWords(calendarWords);
  const common = useWords(commonWords);
  const { id: branchId, timeZone, locale } = useBranch();
  const change = useChange();
  const [needsOverride, setNeedsOverride] = useState(false);
  const [isSending, setSending] = useState(false);
  const when = start.from === undefined ? undefined : wallClockAt(instantOf(start.from), timeZone);
  const usual: Values = {
    serviceId: services.all?.[0]?.id ?? '',
    staffId: staff.length === 1 ? (staff[0]?.id ?? anyone) : anyone,
    date: day,
    time: '',
    note: '',
    customer: null,
    typed: '',
  };
  const draft = useKeptDraft('new appointment', usual);
  const form = useForm<Values>({
    initialValues: {
      ...draft.value,
      ...(start.staffId && { staffId: start.staffId }),
      ...when,
      ...(preset && { customer: { kind: 'known' as const, customer: preset } }),
    },
    validate: {
      time: (value) => (value ? null : t.timeMissing),
      staffId: (value) => (value === anyone ? t.personMissing : null),
    },
    onValuesChange(values, before) {
      draft.write(values);
      if (values.date !== before.date || values.time !== before.time || values.staffId !== before.staffId || values.serviceId !== before.serviceId) {
        setNeedsOverride(false); // the confirmation was for another start
      }
    },
  });
  const { serviceId, staffId, date, time, customer, typed } = form.values;
  const at = date && time ? instantAt(date, time, timeZone) : '';
  // Times are offered with whom the list shows, also after one of them is taken.
  const [asked, setAsked] = useState(staffId);

  async function book({ note }: Values) {
    // Who is typed but not chosen is meant all the same.
    const booked = customer ?? (typed.trim() === '' ? null : newCustomer(typed, locale));
    form.setFieldValue('customer', booked);
    setSending(true);
    const outcome = await change(
      appointmentBookByStaff,
      { input: { branchId, serviceId, staffId, start: at, ...inputOf(booked), note: note || null, override: needsOverride, idempotencyKey: draft.id } },
      { done: t.booked, fields },
    );
    setSending(false);
    if (outcome.done) {
      draft.drop();
      onClose();
      return;
    }
    for (const { code, field, message } of outcome.errors) {
      if (code === 'OVERRIDE_REQUIRED') {
        setNeedsOverride(true);
      } else {
        form.setFieldError(field.at(-1) === 'start' ? 'time' : (field.at(-1) ?? 'time'), message);
      }
    }
  }

  return (
    <form onSubmit={form.onSubmit((values) => void book(values))} noValidate>
      <Stack>
        <RestoredDraft of={draft} onDiscard={() => form.setValues(usual)} />
        <CustomerField
          value={customer}
          typed={typed}
          errors={form.errors as Record<string, string>}
          onChange={(next, search) => {
            form.setValues({ customer: next, typed: search });
            for (const field of ['name', 'email', 'phone']) {
              form.clearFieldError(field);
            }
          }}
        />
        {customer?.kind === 'known' && (
          <LastService customerId={customer.customer.id} serviceId={serviceId} onChoose={(id) => form.setFieldValue('serviceId', id)} />
        )}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <ServiceField
            list={services}
            value={serviceId}
            error={form.errors['serviceId']}
            onChange={(id) => form.setFieldValue('serviceId', id)}
          />
          <Choice
            label={calendar.person}
            data={[...(staff.length > 1 ? [{ value: anyone, label: t.anyone }] : []), ...staff.map(({ id, displayName }) => ({ value: id, label: displayName }))]}
            {...form.getInputProps('staffId')}
            onChange={({ currentTarget: { value } }) => {
              form.setFieldValue('staffId', value);
              setAsked(value);
            }}
          />
        </SimpleGrid>
        <FreeTimes
          serviceId={serviceId}
          staffId={asked === anyone ? undefined : asked}
          from={start.from === undefined && (isDayChosen || date !== day) && date > today(timeZone) ? instantAt(date, '00:00', timeZone) : undefined}
          chosen={at}
          onChoose={(instant, free) => form.setValues({ ...wallClockAt(instant, timeZone), staffId: free })}
        />
        <SimpleGrid cols={2}>
          <TextInput type="date" label={calendar.date} {...form.getInputProps('date')} />
          <TextInput type="time" label={t.time} {...form.getInputProps('time')} />
        </SimpleGrid>
        {at && staffId !== anyone && <Explanation staffId={staffId} serviceId={serviceId} at={at} />}
        <Textarea label={`${t.note} (${common.optional})`} autosize minRows={2} {...form.getInputProps('note')} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button type="submit" loading={isSending}>
            {needsOverride ? t.bookAnyway : t.book}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
