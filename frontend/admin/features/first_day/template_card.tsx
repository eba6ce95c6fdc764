import { Button, Card, Group, Radio, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { useIdempotencyKey } from '../../api/idempotency_key';
import { useChange } from '../../api/use_change';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { branchSetUp, type FirstDay, type FirstDayStaff } from './first_day_query';
import { categoriesOf, daysOf, hasPrices, hoursOf, type Template, type TemplateKey, templateKeys, templateOf } from './templates';
import { firstDayWords } from './words';

interface Props {
  branch: NonNullable<FirstDay['branch']>;
  staff: readonly FirstDayStaff[number][];
}

/** Sets the branch up like a usual salon of a kind, in one step, with the own room for video calls. Opening hours that there are stay. */
export function TemplateCard({ branch: { id: branchId, openingHours, openingHoursVersion, ownRoomByDefault }, staff }: Props) {
  const t = useWords(firstDayWords);
  const { locale, currency } = useBranch();
  const { client } = useApi();
  const change = useChange();
  const { idempotencyKey, renewKey } = useIdempotencyKey();
  const [key, setKey] = useState<TemplateKey>(templateKeys[0]!);
  const [isSending, setSending] = useState(false);
  const template = templateOf(key, locale === 'DE' ? 'de' : 'en'); // customers read it
  const keepsHours = openingHours.length > 0;

  function choose(chosen: string) {
    setKey(chosen as TemplateKey);
    renewKey();
  }
  async function apply() {
    setSending(true);
    const outcome = await change(
      branchSetUp,
      {
        input: {
          branchId,
          openingHours: keepsHours ? null : hoursOf(template),
          expectedOpeningHoursVersion: openingHoursVersion,
          ownRoomByDefault: ownRoomByDefault ? null : true,
          categories: categoriesOf(template, currency),
          qualifiedStaffIds: staff.filter(({ bookableOnline }) => bookableOnline).map(({ id }) => id),
          idempotencyKey,
        },
      },
      {
        done: t.applied,
        undo: ({ branch, services, serviceCategories }) =>
          send(client, branchSetUp, {
            input: {
              branchId,
              openingHours: keepsHours ? null : openingHours.map(({ weekday, from, to }) => ({ weekday, from, to })),
              expectedOpeningHoursVersion: branch?.openingHoursVersion ?? null,
              ownRoomByDefault: ownRoomByDefault ? null : false,
              removedServiceIds: services.map(({ id }) => id),
              removedCategoryIds: serviceCategories.map(({ id }) => id),
            },
          }),
      },
    );
    if (outcome.done) {
      renewKey(); // who undoes it may apply it again
    }
    setSending(false);
  }

  return (
    <Card withBorder component="section" aria-labelledby="template">
      <Title order={2} id="template">
        {t.template}
      </Title>
      <Text c="dimmed">{t.templateIntro}</Text>
      <Stack mt="md">
        <Radio.Group label={t.templateKind} value={key} onChange={choose}>
          <Group mt="xs">
            {templateKeys.map((one) => (
              <Radio key={one} value={one} label={t.templates[one]} />
            ))}
          </Group>
        </Radio.Group>
        <Preview template={template} keepsHours={keepsHours} />
        <Group>
          <Button onClick={() => void apply()} loading={isSending}>
            {t.apply}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

/** What a template holds. */
function Preview({ template, keepsHours }: { template: Template; keepsHours: boolean }) {
  const t = useWords(firstDayWords);
  const format = useFormat();
  const { currency } = useBranch();
  const { first, last } = daysOf(template);
  const days = t.days(format.weekday(first, 'short'), format.weekday(last, 'short'));
  const price = (minorUnits: number) => (hasPrices(currency) ? [format.money({ minorUnits, currency, digits: 2 })] : []);
  return (
    <Stack gap={4}>
      <Text size="sm">{keepsHours ? t.hoursStay : `${t.requirements.OPENING_HOURS}: ${days} ${template.hours.from}–${template.hours.to}`}</Text>
      {template.categories.map(({ name, services }) => (
        <Text key={name} size="sm">
          <b>{name}:</b> {services.map((service) => [service.name, `(${[t.minutes(service.minutes), ...price(service.price)].join(', ')})`].join(' ')).join(' · ')}
        </Text>
      ))}
      <Text size="sm">{t.ownRoom}</Text>
      <Text size="sm" c="dimmed">
        {t.examplePrices}
      </Text>
    </Stack>
  );
}
