import { Anchor, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '../../api/api';
import { useIdempotencyKey } from '../../api/idempotency_key';
import { useChange } from '../../api/use_change';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { LanguageChoice } from '../../parts/language_choice';
import { useBranch } from '../../session/branch';
import { EmailSuggestion } from '../../session/email_suggestion';
import { customerCreate, customersQuery } from './customers_query';
import { variablesOf } from './customers_variables';
import { customersWords } from './words';

const fields = ['name', 'email', 'phone'] as const;

/** Adds a customer without an appointment, and leads to the page of the customer, or to who has the email address. */
export function NewCustomer({ onClose }: { onClose(): void }) {
  const t = useWords(customersWords);
  const common = useWords(commonWords);
  const { client } = useApi();
  const change = useChange();
  const navigate = useNavigate();
  const branch = useBranch();
  const { idempotencyKey } = useIdempotencyKey();
  const [isSaving, setSaving] = useState(false);
  const [owner, setOwner] = useState<{ id: string; name: string }>();
  const form = useForm({ initialValues: { name: '', email: '', phone: '', locale: branch.locale } });

  async function create({ name, email, phone, locale }: typeof form.values) {
    setSaving(true);
    setOwner(undefined);
    const outcome = await change(
      customerCreate,
      { input: { branchId: branch.id, name, email: email || null, phone: phone || null, locale, idempotencyKey } },
      { done: ({ sharingPhone }) => t.created(sharingPhone.length), fields },
    );
    setSaving(false);
    if (outcome.done) {
      onClose();
      void navigate({ to: `/kunden/${outcome.payload.customer?.id}` });
      return;
    }
    for (const { field, message } of outcome.errors) {
      form.setFieldError(field[0] ?? 'name', message);
    }
    form.getInputNode(outcome.errors[0]?.field[0] ?? 'name')?.focus();
    if (outcome.errors.some(({ code }) => code === 'TAKEN')) {
      const { data } = await client.query(customersQuery, variablesOf({ suche: email }), { requestPolicy: 'network-only' }).toPromise();
      setOwner(data?.customers.nodes.find((one) => one.email?.toLowerCase() === email.trim().toLowerCase()));
    }
  }
  return (
    <Modal opened onClose={onClose} title={t.newCustomer}>
      <form onSubmit={form.onSubmit((values) => void create(values))} noValidate>
        <Stack>
          <TextInput label={t.name} data-autofocus autoComplete="off" {...form.getInputProps('name')} />
          <TextInput type="tel" label={`${t.phone} (${common.optional})`} autoComplete="off" {...form.getInputProps('phone')} />
          <div>
            <TextInput type="email" label={`${t.email} (${common.optional})`} autoComplete="off" {...form.getInputProps('email')} />
            <EmailSuggestion written={form.values.email} onTake={(email) => form.setFieldValue('email', email)} />
          </div>
          {owner && (
            <Text size="sm" component="output">
              {t.hasAddress}{' '}
              <Anchor component={Link} to={`/kunden/${owner.id}`}>
                {owner.name}
              </Anchor>
            </Text>
          )}
          <LanguageChoice label={t.language} {...form.getInputProps('locale')} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button type="submit" loading={isSaving}>
              {t.add}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
