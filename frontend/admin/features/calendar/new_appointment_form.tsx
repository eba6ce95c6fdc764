import { Button, Group, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { useServiceChoice } from '../../api/service_choice';
import { useChange } from '../../api/use_change';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
import { SearchChoice } from '../../parts/search_choice';
import { useBranch } from '../../session/branch';
import { EmailSuggestion } from '../../session/email_suggestion';
import { instantAt, wallClockAt } from '../../session/wall_clock';
import { appointmentBookByStaff } from './book_by_staff';
import { instantOf, snap } from './board_scale';
import type { Profile } from './calendar_query';
import { useCalendarSearch } from './calendar_search';
import { Explanation } from './explanation';
import { useNow } from './use_now';
import { calendarWords } from './words';

/** The free time that was clicked on the board, if any. */
export interface Start {
  staffId?: string;
  /** In seconds since the epoch. */
  from?: number;
}

interface Props {
  start: Start;
  staff: readonly Profile[];
  /** The customer on record for whom it is, as long as nobody writes another contact. */
  customer: { id: string; name: string; email: string | null; phone: string; locale: 'DE' | 'EN' | 'FR' | 'TR' } | undefined;
  services: ReturnType<typeof useServiceChoice>;
  onClose(): void;
}

/** Fields that show their errors themselves. */
const fields = ['start', 'staffId', 'serviceId', 'note', 'customer.name', 'customer.email', 'customer.phone', 'override'] as const;

export default function NewAppointmentForm({ start, staff, customer: known, services, onClose }: Props) {
  const t = useWords(calendarWords);
  const common = useWords(commonWords);
  const { id: branchId, timeZone, locale: branchLocale, sendsMail } = useBranch();
  const { day } = useCalendarSearch();
  const change = useChange();
  const now = useNow();
  const [needsOverride, setNeedsOverride] = useState(false);
  const [isSending, setSending] = useState(false);
  const first = start.from ?? Math.ceil(now / snap) * snap;
  const form = useForm({
    initialValues: {
      serviceId: services.all?.[0]?.id ?? '',
      staffId: start.staffId ?? staff[0]?.id ?? '',
      date: start.from ? wallClockAt(instantOf(first), timeZone).date : day,
      time: wallClockAt(instantOf(first), timeZone).time,
      name: known?.name ?? '',
      email: known?.email ?? '',
      phone: known?.phone ?? '',
      locale: known?.locale ?? branchLocale,
      note: '',
    },
    // The confirmation was for another start.
    onValuesChange: (values, before) =>
      (values.date !== before.date || values.time !== before.time || values.staffId !== before.staffId || values.serviceId !== before.serviceId) &&
      setNeedsOverride(false),
  });
  const { serviceId, staffId, date, time } = form.values;
  const at = date && time ? instantAt(date, time, timeZone) : '';

  async function book({ name, email, phone, locale, note }: typeof form.values) {
    setSending(true);
    const isKnown = known && (['name', 'email', 'phone', 'locale'] as const).every((field) => !form.isDirty(field));
    const customer = !isKnown && (name || email || phone) ? { name, email: email || null, phone: phone || null, locale } : null;
    const outcome = await change(
      appointmentBookByStaff,
      { input: { branchId, serviceId, staffId, start: at, customer, customerId: isKnown ? known.id : null, note: note || null, override: needsOverride } },
      { done: t.booked, fields },
    );
    setSending(false);
    if (outcome.done) {
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
        <SearchChoice
          label={t.service}
          list={services}
          optionOf={({ id, name, delivery }) => ({ value: id, label: delivery === 'VIDEO' ? `${name} (${t.videoConsultation})` : name })}
          value={serviceId}
          error={form.errors['serviceId']}
          onChange={(id) => form.setFieldValue('serviceId', id)}
        />
        <Choice
          label={t.person}
          data={staff.map(({ id, displayName }) => ({ value: id, label: displayName }))}
          {...form.getInputProps('staffId')}
        />
        <SimpleGrid cols={2}>
          <TextInput type="date" label={t.date} {...form.getInputProps('date')} />
          <TextInput type="time" label={t.time} {...form.getInputProps('time')} />
        </SimpleGrid>
        {at && staffId && <Explanation staffId={staffId} serviceId={serviceId} at={at} />}
        <TextInput label={t.name} autoComplete="off" data-autofocus {...form.getInputProps('name')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <div>
            <TextInput
              type="email"
              label={`${t.email} (${common.optional})`}
              description={sendsMail ? t.emailHint : t.noMail}
              autoComplete="off"
              {...form.getInputProps('email')}
            />
            <EmailSuggestion written={form.values.email} onTake={(email) => form.setFieldValue('email', email)} />
          </div>
          <TextInput type="tel" label={`${t.phone} (${common.optional})`} description={'\u00A0'} autoComplete="off" {...form.getInputProps('phone')} />
        </SimpleGrid>
        <Choice
          label={t.language}
          data={(['DE', 'EN', 'FR', 'TR'] as const).map((value) => ({ value, label: t.languages[value] }))}
          {...form.getInputProps('locale')}
        />
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
