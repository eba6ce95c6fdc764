import { Button, Group, Modal, NativeSelect, NumberInput, SegmentedControl, SimpleGrid, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { useIdempotencyKey } from '../../api/idempotency_key';
import { useChange } from '../../api/use_change';
import { commonWords } from '../../language/common_words';
import { useLanguage } from '../../language/language';
import { useWords } from '../../language/words';
import { serviceArchive, serviceCreate, serviceUpdate } from './service_changes';
import { formOf, inputOf, type ServiceForm } from './service_form';
import type { Category, Service } from './services_query';
import { servicesWords } from './words';

interface Props {
  /** Undefined: a new one. */
  service: Service | undefined;
  categoryId: string;
  categories: readonly Category[];
  onClose(): void;
}

const fields = ['name', 'categoryId', 'duration', 'cleanUp', 'price', 'price.minorUnits', 'description'] as const;

/** Creates or edits a service. */
export function ServiceDialog({ service, categoryId, categories, onClose }: Props) {
  const t = useWords(servicesWords);
  const common = useWords(commonWords);
  const { client } = useApi();
  const change = useChange();
  const { idempotencyKey } = useIdempotencyKey();
  const { language } = useLanguage();
  const [isSaving, setSaving] = useState(false);
  const form = useForm<ServiceForm>({ initialValues: formOf(service, categoryId) });

  async function save(values: ServiceForm) {
    setSaving(true);
    const outcome = await (service ? update(service, values) : create(values));
    setSaving(false);
    if (outcome.done) {
      onClose();
      return;
    }
    for (const { field, message } of outcome.errors) {
      form.setFieldError(field[0] ?? 'name', message);
    }
    form.getInputNode(outcome.errors[0]?.field[0] ?? 'name')?.focus();
  }
  const update = ({ id }: Service, values: ServiceForm) =>
    change(
      serviceUpdate,
      { input: { id, ...inputOf(values) } },
      {
        fields,
        undo: () => send(client, serviceUpdate, { input: { id, ...inputOf(form.getInitialValues()) } }),
      },
    );
  async function create(values: ServiceForm) {
    let id = '';
    const outcome = await change(
      serviceCreate,
      { input: { ...inputOf(values), delivery: values.delivery, idempotencyKey } },
      {
        fields,
        undo: () => send(client, serviceArchive, { input: { id } }),
      },
    );
    id = outcome.payload?.service?.id ?? '';
    return outcome;
  }

  return (
    <Modal opened onClose={onClose} title={service ? t.edit(service.name) : t.addService} size="lg">
      <form onSubmit={form.onSubmit((values) => void save(values))} noValidate>
        <Stack>
          <TextInput label={t.name} data-autofocus {...form.getInputProps('name')} />
          <NativeSelect label={t.category} data={categories.map(({ id, name }) => ({ value: id, label: name }))} {...form.getInputProps('categoryId')} />
          {!service && (
            <div>
              <SegmentedControl
                aria-label={t.delivery}
                data={[
                  { value: 'VIDEO', label: t.video },
                  { value: 'IN_SALON', label: t.inSalon },
                ]}
                {...form.getInputProps('delivery')}
              />
              <Text size="sm" c="dimmed">
                {t.deliveryHint}
              </Text>
            </div>
          )}
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <NumberInput label={t.duration} min={1} max={1440} step={5} allowDecimal={false} {...form.getInputProps('duration')} />
            <NumberInput label={t.cleanUp} description={t.cleanUpHint} inputWrapperOrder={['label', 'input', 'description', 'error']} min={0} max={1440} step={5} allowDecimal={false} {...form.getInputProps('cleanUp')} />
            <NumberInput label={t.price} min={0} decimalSeparator={language === 'de' ? ',' : '.'} decimalScale={2} fixedDecimalScale {...form.getInputProps('price')} />
          </SimpleGrid>
          <Textarea label={`${t.description} (${common.optional})`} autosize minRows={2} {...form.getInputProps('description')} />
          <Switch label={t.bookableOnline} {...form.getInputProps('bookableOnline', { type: 'checkbox' })} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button type="submit" loading={isSaving}>
              {common.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
