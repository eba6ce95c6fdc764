import { Button, Group, Modal, NumberInput, Radio, SimpleGrid, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { useChange } from '../../api/use_change';
import { commonWords } from '../../language/common_words';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
import { CurrencySelect } from '../../parts/currency_select';
import { useBranch } from '../../session/branch';
import { RestoredDraft, useKeptDraft } from '../../session/kept_draft';
import { serviceArchive, serviceCreate, serviceUpdate } from './service_changes';
import { changesOf, formOf, inputOf, isLasting, isNumber, type ServiceForm } from './service_form';
import type { Category, Currency, Service } from './services_query';
import { servicesWords } from './words';

interface Props {
  /** Undefined: a new one. */
  service: Service | undefined;
  categoryId: string;
  categories: readonly Category[];
  currencies: readonly Currency[];
  onClose(): void;
}

const fields = ['name', 'categoryId', 'duration', 'cleanUp', 'price', 'price.minorUnits', 'price.currency', 'description'] as const;

/** Returns the input that shows an error of a field. */
const shownAt = (field: readonly string[] = []) => (field[1] === 'currency' ? 'currency' : (field[0] ?? 'name'));

/** Creates or edits a service. */
export function ServiceDialog({ service, categoryId, categories, currencies, onClose }: Props) {
  const t = useWords(servicesWords);
  const common = useWords(commonWords);
  const { client } = useApi();
  const change = useChange();
  const { decimalSeparator } = useFormat();
  const branch = useBranch();
  const [isSaving, setSaving] = useState(false);
  const known = service ? [{ code: service.price.currency, digits: service.price.digits }, ...currencies] : currencies;
  const digitsOf = (currency: string) => known.find(({ code }) => code === currency)?.digits ?? 2;
  const number = (value: number | string) => (isNumber(value) ? null : t.numberMissing);
  // What others save meanwhile is not in it.
  const [initial] = useState(() => formOf(service, categoryId, branch.currency));
  const draft = useKeptDraft(`service ${service?.id ?? categoryId}`, initial);
  const form = useForm<ServiceForm>({
    initialValues: draft.value,
    onValuesChange: draft.write,
    validate: {
      delivery: (delivery) => (delivery ? null : t.deliveryMissing),
      duration: (minutes) => number(minutes) ?? (isLasting(minutes) ? null : t.durationMissing),
      cleanUp: number,
      price: number,
    },
  });
  const digits = digitsOf(form.values.currency);

  async function save(values: ServiceForm) {
    setSaving(true);
    const outcome = await (service ? update(service, values) : create(values));
    setSaving(false);
    if (outcome.done) {
      draft.drop();
      onClose();
      return;
    }
    for (const { field, message } of outcome.errors) {
      form.setFieldError(shownAt(field), message);
    }
    form.getInputNode(shownAt(outcome.errors[0]?.field))?.focus();
  }
  function update({ id }: Service, values: ServiceForm) {
    const [input, before] = [inputOf(values, digitsOf), inputOf(draft.before, digitsOf)];
    return change(
      serviceUpdate,
      { input: { id, ...changesOf(input, before) } },
      {
        fields,
        undo: () => send(client, serviceUpdate, { input: { id, ...changesOf(before, input) } }),
      },
    );
  }
  async function create(values: ServiceForm) {
    let id = '';
    const outcome = await change(
      serviceCreate,
      { input: { ...inputOf(values, digitsOf), delivery: values.delivery || 'IN_SALON', idempotencyKey: draft.id } },
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
      <form onSubmit={form.onSubmit((values) => void save(values), (wrong) => form.getInputNode(Object.keys(wrong)[0] ?? '')?.focus())} noValidate>
        <Stack>
          <RestoredDraft of={draft} onDiscard={() => form.setValues(draft.before)} />
          <TextInput label={t.name} data-autofocus {...form.getInputProps('name')} />
          <Choice
            label={t.category}
            data={categories.map(({ id, name }) => ({ value: id, label: name }))}
            otherwise={service?.category.name}
            {...form.getInputProps('categoryId')}
          />
          {!service && (
            <Radio.Group label={t.delivery} description={t.deliveryHint} {...form.getInputProps('delivery')}>
              <Group mt="xs">
                <Radio value="IN_SALON" label={t.inSalon} />
                <Radio value="VIDEO" label={t.video} />
              </Group>
            </Radio.Group>
          )}
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <NumberInput label={t.duration} min={1} max={1440} step={5} allowDecimal={false} {...form.getInputProps('duration')} />
            <NumberInput label={t.cleanUp} description={t.cleanUpHint} inputWrapperOrder={['label', 'input', 'description', 'error']} min={0} max={1440} step={5} allowDecimal={false} {...form.getInputProps('cleanUp')} />
            <NumberInput label={t.price} min={0} decimalSeparator={decimalSeparator} decimalScale={digits} fixedDecimalScale {...form.getInputProps('price')} />
            <CurrencySelect
              label={t.currency}
              currencies={currencies}
              {...form.getInputProps('currency')}
              onChange={(currency) => form.setValues({ currency, price: Number(Number(form.values.price).toFixed(digitsOf(currency))) })}
            />
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
