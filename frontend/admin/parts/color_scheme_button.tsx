import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { useWords, words } from '../language/words';

const ownWords = words({ dark: 'Dunkle Ansicht', light: 'Helle Ansicht' }, { dark: 'Dark view', light: 'Light view' });

/** Switches between light and dark. */
export function ColorSchemeButton() {
  const t = useWords(ownWords);
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const label = isDark ? t.light : t.dark;
  return (
    <ActionIcon variant="subtle" size="lg" aria-label={label} title={label} onClick={() => setColorScheme(isDark ? 'light' : 'dark')}>
      {isDark ? <IconSun size={20} /> : <IconMoon size={20} />}
    </ActionIcon>
  );
}
