import { List, Text } from '@mantine/core';
import { useWords } from '../../language/words';
import { Confirm } from '../../parts/confirm';
import type { Question } from './use_move';
import { appointmentWords } from './appointment_words';

interface Props {
  question: Question;
  onClose(): void;
  onConfirm(): void;
}

/** Asks to confirm a move that breaks rules. */
export default function MoveQuestion({ question: { reasons }, onClose, onConfirm }: Props) {
  const t = useWords(appointmentWords);
  return (
    <Confirm opened title={t.moveAnyway} onClose={onClose} onConfirm={onConfirm}>
      <Text component="span">{t.reasons}</Text>
      <List component="span" size="sm">
        {reasons.map((reason) => (
          <List.Item key={reason} component="span">
            {reason}
          </List.Item>
        ))}
      </List>
    </Confirm>
  );
}
