import { ActionIcon } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../language/words';
import { appWords } from './words';

const Palette = lazy(() => import('./palette'));

/** Opens the command palette, whose code is loaded on first use. */
export function PaletteButton() {
  const t = useWords(appWords);
  const [isWanted, setWanted] = useState(false);
  // Once loaded, the palette handles the shortcut itself.
  useHotkeys(isWanted ? [] : [['mod+K', () => setWanted(true)]], []);

  async function open() {
    if (isWanted) {
      const { spotlight } = await import('@mantine/spotlight');
      spotlight.open();
    }
    setWanted(true);
  }
  return (
    <>
      <ActionIcon variant="subtle" size={36} aria-label={t.search} title={t.searchKeys} onClick={() => void open()}>
        <IconSearch size={20} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
      {isWanted && (
        <Suspense>
          <Palette />
        </Suspense>
      )}
    </>
  );
}
