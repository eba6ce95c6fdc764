import { Stack, Text } from '@mantine/core';
import { durationOf, minutesOf } from '../../language/duration';
import { hoursOf, minutesOfHours } from '../../language/hours';
import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
import { SavedText } from '../../parts/saved_text';
import { RemindersCard } from './reminders_card';
import type { BranchSettings } from './settings_query';
import { useBranchUpdate } from './use_branch_update';
import { settingsWords } from './words';

const isWhole = (text: string) => /^\d+$/.test(text);

/** How a duration is written, and read; undefined if it is none. */
const inMinutes = { written: String, read: (text: string) => (isWhole(text) ? Number(text) : undefined) };
const inHours = { written: hoursOf, read: minutesOfHours };

/** The rules that are durations, with their unit. */
const durations = { startInterval: inMinutes, leadTime: inMinutes, cancellationPeriod: inHours, hold: inMinutes } as const;

/** The booking rules of a branch. */
export function RulesSection({ branch }: { branch: BranchSettings }) {
  const { id, bookingRules: rules, customerPhone } = branch;
  const t = useWords(settingsWords);
  const save = useBranchUpdate(id);

  const duration = (field: keyof typeof durations) => ({
    label: t[field],
    value: durations[field].written(minutesOf(rules[field])),
    save: async (written: string) => {
      const minutes = durations[field].read(written);
      return minutes !== undefined
        ? save({ bookingRules: { [field]: durationOf(minutes) } }, { bookingRules: { [field]: rules[field] } })
        : t.wrongNumber;
    },
  });
  return (
    <Stack maw={480}>
      <Text c="dimmed">{t.rulesHint}</Text>
      <SavedText inputMode="numeric" {...duration('startInterval')} />
      <SavedText inputMode="numeric" {...duration('leadTime')} />
      <SavedText
        inputMode="numeric"
        label={t.horizonDays}
        value={String(rules.horizonDays)}
        save={async (written) =>
          isWhole(written) ? save({ bookingRules: { horizonDays: Number(written) } }, { bookingRules: { horizonDays: rules.horizonDays } }) : t.wrongNumber
        }
      />
      <SavedText inputMode="numeric" {...duration('cancellationPeriod')} />
      <SavedText inputMode="numeric" {...duration('hold')} />
      <Choice
        label={t.customerPhone}
        value={customerPhone}
        data={(['OFF', 'OPTIONAL', 'REQUIRED'] as const).map((value) => ({ value, label: t.customerPhoneChoices[value] }))}
        onChange={(event) => void save({ customerPhone: event.currentTarget.value as typeof customerPhone }, { customerPhone })}
      />
      <SavedText
        inputMode="numeric"
        label={t.openBookings}
        description={t.openBookingsHint}
        value={String(rules.openBookingsPerAddress)}
        save={async (written) =>
          isWhole(written)
            ? save({ bookingRules: { openBookingsPerAddress: Number(written) } }, { bookingRules: { openBookingsPerAddress: rules.openBookingsPerAddress } })
            : t.wrongNumber
        }
      />
      <Choice
        label={t.confirmBookings}
        description={t.confirmBookingsHint}
        value={rules.confirmBookings}
        data={(['OFF', 'FIRST', 'ALWAYS'] as const).map((value) => ({ value, label: t.confirmBookingsChoices[value] }))}
        onChange={(event) =>
          void save(
            { bookingRules: { confirmBookings: event.currentTarget.value as BranchSettings['bookingRules']['confirmBookings'] } },
            { bookingRules: { confirmBookings: rules.confirmBookings } },
          )
        }
      />
      <RemindersCard branch={branch} />
    </Stack>
  );
}
