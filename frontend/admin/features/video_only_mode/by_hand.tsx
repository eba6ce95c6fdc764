import { Anchor, List, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../language/words';
import { videoOnlyModeWords } from './words';

/** Explains how to do the same manually. */
export function ByHand() {
  const t = useWords(videoOnlyModeWords);
  const steps = [
    ['/mitarbeiter', t.duplicate],
    ['/arbeitsplan', t.noTimes],
    ['/oeffnungszeiten', t.exception],
    ['/filialbibliothek', t.library],
  ] as const;
  return (
    <details>
      <summary>{t.byHand}</summary>
      <Text c="dimmed" my="xs">
        {t.byHandHint}
      </Text>
      <List>
        {steps.map(([to, name]) => (
          <List.Item key={to}>
            <Anchor component={Link} to={to}>
              {name}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </details>
  );
}
