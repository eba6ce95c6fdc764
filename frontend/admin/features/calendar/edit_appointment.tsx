import { Alert, Button, Group, NumberInput, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useState } from 'react';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { useServiceChoice } from '../../api/service_choice';
import { useChange } from '../../api/use_change';
import { commonWords } from '../../language/common_words';
import { minutesOf } from '../../language/duration';
import { useWords } from '../../language/words';
import { ChangedMeanwhile } from '../../parts/changed_meanwhile';
import { useFirstField } from '../../parts/first_field';
import { LanguageChoice } from '../../parts/language_choice';
import { useBranch } from '../../session/branch';
import { EmailSuggestion } from '../../session/email_suggestion';
import { RestoredDraft, useKeptDraft } from '../../session/kept_draft';
import { appointmentUpdate, changesBack, changesBetween, type Details, detailsOf, hasContact, overwrites, summaryOf } from './appointment_update';
import { type BrokenRule, BrokenRules } from './broken_rules';
import type { Appointment } from './calendar_query';
import { NotifySwitch } from './notify_switch';
import { ServiceField } from './service_field';
import { appointmentWords } from './appointment_words';

interface Props {
  appointment: Appointment;
  onClose(): void;
}

/** Fields that show their errors themselves. */
const fields = ['serviceId', 'duration', 'start', 'note', 'customer.name', 'customer.email', 'customer.phone', 'override'] as const;

/** Changes what an appointment is for, how long it takes, its note and its contact. */
export default function EditAppointment({ appointment, onClose }: Props) {
  const t = useWords(appointmentWords);
  const common = useWords(commonWords);
  const { client } = useApi();
  const { locale } = useBranch();
  const change = useChange();
  const element = useFirstField();
  const services = useServiceChoice();
  const [notify, setNotify] = useState(true);
  const [broken, setBroken] = useState<readonly BrokenRule[]>([]);
  const [isSaving, setSaving] = useState(false);
  const [isChangedMeanwhile, setChangedMeanwhile] = useState(false);
  const present = detailsOf(appointment, locale);
  const draft = useKeptDraft(`appointment ${appointment.id}`, present);
  const form = useForm({
    initialValues: draft.value,
    validate: {
      length: (value) => (typeof value === 'number' && value >= 1 ? null : t.lengthMissing),
      name: (_, written) => (hasContact(draft.before) && !hasContact(written) ? t.nameMissing : null),
    },
    onValuesChange(next, former) {
      draft.write(next);
      if (next.serviceId !== former.serviceId || next.length !== former.length) {
        setBroken([]); // the confirmation was for another service or length
      }
    },
  });
  const { values } = form;
  const { before } = draft;
  const isSaid = values.serviceId !== before.serviceId || values.length !== before.length || (values.email !== before.email && values.email !== '');

  // Without edits the form follows what is saved, or the first edit would save former facts again.
  const saved = draft.isChanged ? undefined : JSON.stringify(present);
  useEffect(() => {
    if (saved !== undefined) {
      form.setValues(JSON.parse(saved) as Details);
    }
    // The form is new with every render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [saved]);

  function reload() {
    form.setValues(present);
    draft.drop();
    setChangedMeanwhile(false);
  }
  async function save(replaces = false) {
    const changes = changesBetween(before, values);
    if (Object.keys(changes).length === 0) {
      draft.drop();
      onClose();
      return;
    }
    const isConflict = !replaces && overwrites(changes, before, present);
    setChangedMeanwhile(isConflict);
    if (isConflict) {
      return;
    }
    const back = changesBack(values, present, appointment.customer);
    const input = { id: appointment.id, ...changes };
    setSaving(true);
    const outcome = await change(
      appointmentUpdate,
      { input: { ...input, notifyCustomer: notify, override: broken.length > 0 } },
      {
        fields,
        ...(back && { undo: () => send(client, appointmentUpdate, { input: { id: appointment.id, ...back, notifyCustomer: notify, override: true } }) }),
      },
    );
    setSaving(false);
    if (outcome.done) {
      draft.drop();
      onClose();
      return;
    }
    for (const { code, field, message } of outcome.errors) {
      if (code === 'OVERRIDE_REQUIRED') {
        setBroken(outcome.payload?.obstacles ?? []);
      } else {
        form.setFieldError(shownAt(field), message);
      }
    }
  }

  return (
    <form ref={element} aria-label={t.edit} onSubmit={form.onSubmit(() => void save())} noValidate>
      <Stack gap="sm">
        <RestoredDraft of={draft} onDiscard={() => form.setValues(before)} />
        <ServiceField
          list={services}
          value={values.serviceId}
          otherwise={appointment.service.name}
          error={form.errors['serviceId']}
          onChange={(serviceId) => {
            const chosen = services.nodes?.find(({ id }) => id === serviceId);
            form.setValues({ serviceId, ...(chosen && { length: minutesOf(chosen.duration) }) });
          }}
        />
        <NumberInput label={t.length} min={1} max={24 * 60} step={5} allowDecimal={false} {...form.getInputProps('length')} />
        {broken.length > 0 && <BrokenRules rules={broken} />}
        <TextInput label={t.name} autoComplete="off" {...form.getInputProps('name')} />
        <div>
          <TextInput type="email" label={`${t.email} (${common.optional})`} autoComplete="off" {...form.getInputProps('email')} />
          <EmailSuggestion written={values.email} onTake={(email) => form.setFieldValue('email', email)} />
        </div>
        {before.email && values.email !== before.email && (
          <Alert color="yellow" variant="light">
            {t.otherAddress}
          </Alert>
        )}
        <SimpleGrid cols={2}>
          <TextInput type="tel" label={`${t.phone} (${common.optional})`} autoComplete="off" {...form.getInputProps('phone')} />
          <LanguageChoice label={t.language} {...form.getInputProps('locale')} />
        </SimpleGrid>
        <Textarea label={`${t.note} (${common.optional})`} autosize minRows={2} {...form.getInputProps('note')} />
        {isSaid && (
          <NotifySwitch checked={notify} onChange={setNotify} />
        )}
        {isChangedMeanwhile && <ChangedMeanwhile now={summaryOf(present)} onReload={reload} onReplace={() => void save(true)} />}
        <Group>
          <Button type="submit" loading={isSaving}>
            {broken.length > 0 ? t.saveAnyway : common.save}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Returns the input that shows an error of a field. */
function shownAt(field: readonly string[]): string {
  const last = field.at(-1) ?? 'serviceId';
  return last === 'duration' || last === 'start' ? 'length' : last;
}
