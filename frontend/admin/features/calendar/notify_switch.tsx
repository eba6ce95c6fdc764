import { Switch } from '@mantine/core';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { appointmentWords } from './appointment_words';

interface Props {
  checked: boolean;
  onChange(checked: boolean): void;
}

/** Chooses whether the customer hears of a change by email, and says so when no mail is sent. */
export function NotifySwitch({ checked, onChange }: Props) {
  const t = useWords(appointmentWords);
  const { sendsMail } = useBranch();
  return (
    <Switch
      label={t.notifyCustomer}
      description={sendsMail ? undefined : t.noMail}
      checked={checked}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
    />
  );
}
