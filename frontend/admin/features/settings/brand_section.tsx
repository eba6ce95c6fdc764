import { Button, ColorInput, ColorSwatch, Group, Stack, Text } from '@mantine/core';
import { useWords } from '../../language/words';
import { PictureField } from '../pictures';
import { brandWords } from './brand_words';
import type { BranchSettings } from './settings_query';
import { useBranchUpdate } from './use_branch_update';

/** What customers press by default, on light ground. */
const usualAccent = '#0f5c63';

/** Logo and color of a branch, as customers see them. */
export function BrandSection({ branch: { id, logo, accent } }: { branch: BranchSettings }) {
  const t = useWords(brandWords);
  const save = useBranchUpdate(id);
  const before = accent?.color ?? '';
  const isChanged = accent && (accent.light.accent !== accent.color || accent.dark.accent !== accent.color);

  return (
    <Stack maw={480}>
      <Text c="dimmed">{t.hint}</Text>
      <PictureField label={t.logo} description={t.logoHint} value={logo} save={(logoId) => save({ logoId }, { logoId: logo?.id ?? '' })} />
      <ColorInput
        key={before}
        label={t.accent}
        description={t.accentHint}
        format="hex"
        withEyeDropper={false}
        defaultValue={before}
        placeholder={usualAccent}
        onChangeEnd={(color) => /^#[\da-f]{6}$/i.test(color) && color.toLowerCase() !== before && void save({ accent: color }, { accent: before })}
      />
      {accent && (
        <>
          <Group component="output" gap="md">
            {([['light', t.onLight], ['dark', t.onDark]] as const).map(([scheme, name]) => (
              <Group key={scheme} gap="xs" wrap="nowrap">
                <ColorSwatch color={accent[scheme].accent} aria-hidden />
                <Text size="sm">
                  {name}: {accent[scheme].accent}
                </Text>
              </Group>
            ))}
          </Group>
          {isChanged && <Text size="sm">{t.corrected}</Text>}
          <Button variant="subtle" style={{ alignSelf: 'flex-start' }} onClick={() => void save({ accent: '' }, { accent: before })}>
            {t.usual}
          </Button>
        </>
      )}
    </Stack>
  );
}
