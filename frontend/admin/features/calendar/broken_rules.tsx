import { Alert, List, ThemeIcon } from '@mantine/core';
import { IconBan, IconBeach, IconClockOff, IconHourglass, IconLock, IconUserX, IconVideo } from '@tabler/icons-react';
import { useWords } from '../../language/words';
import { appointmentWords } from './appointment_words';

/** A booking rule that forbids a start. */
export interface BrokenRule {
  code: string;
  /** The number of the rule, from 1 to 7. */
  rule: number;
  message: string;
}

/** Each rule has its own sign and color, so that the kind of obstacle is seen before it is read. */
const signs = [
  { icon: IconUserX, color: 'gray' },
  { icon: IconLock, color: 'orange' },
  { icon: IconClockOff, color: 'yellow' },
  { icon: IconBeach, color: 'pink' },
  { icon: IconBan, color: 'red' },
  { icon: IconHourglass, color: 'blue' },
  { icon: IconVideo, color: 'violet' },
] as const;

interface Props {
  /** Default: "Verletzte Regeln:". */
  title?: string;
  rules: readonly BrokenRule[];
}

/** Names every rule that a start breaks. */
export function BrokenRules({ title, rules }: Props) {
  const t = useWords(appointmentWords);
  return (
    <Alert title={title ?? t.reasons} color="gray" variant="light">
      <List size="sm" spacing={6} styles={{ itemWrapper: { alignItems: 'center' }, root: { paddingInlineStart: 0 } }}>
        {rules.map(({ code, rule, message }) => (
          <List.Item key={code} icon={<Sign rule={rule} />}>
            {message}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Sign({ rule }: { rule: number }) {
  const { icon: Icon, color } = signs[rule - 1] ?? signs[0];
  return (
    <ThemeIcon color={color} variant="light" size={24} aria-hidden="true">
      <Icon size={16} />
    </ThemeIcon>
  );
}
