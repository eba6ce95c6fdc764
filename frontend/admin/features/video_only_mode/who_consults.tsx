import { Anchor, Card, Checkbox, Group, Input, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { placeOf } from '../../api/requirement_place';
import { useWords } from '../../language/words';
import type { Readiness } from './video_only_mode_query';
import { videoOnlyModeWords } from './words';

interface Props {
  people: readonly Readiness[];
  chosen: readonly string[];
  wrong: string | undefined;
  onChoose(ids: readonly string[]): void;
}

/** Profiles to choose from: ready ones are preselected, others show what is missing. */
export function WhoConsults({ people, chosen, wrong, onChoose }: Props) {
  const t = useWords(videoOnlyModeWords);
  return (
    <Card withBorder component="section">
      <Title order={2} mb="xs">
        {t.who}
      </Title>
      <Stack gap="xs">
        {people.map(({ staff: { id, displayName }, ready, requirements }) => (
          <Group key={id} justify="space-between" align="flex-start">
            <Checkbox
              label={displayName}
              checked={chosen.includes(id)}
              onChange={(event) => onChoose(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
            />
            {ready ? (
              <Text size="sm">{t.ready}</Text>
            ) : (
              <Anchor component={Link} to={placeOf(requirements.find(({ met }) => !met)?.code ?? 'VIDEO_LINK', id)} size="sm" aria-label={`${adviceOf(requirements)} – ${t.missing(displayName)}`}>
                {adviceOf(requirements)}
              </Anchor>
            )}
          </Group>
        ))}
      </Stack>
      {wrong && <Input.Error role="alert">{wrong}</Input.Error>}
    </Card>
  );
}

/** The first missing requirement. */
const adviceOf = (requirements: Readiness['requirements']): string => requirements.find(({ met }) => !met)?.advice ?? '';
