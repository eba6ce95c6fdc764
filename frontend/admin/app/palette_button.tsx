import { ActionIcon } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useWords } from '../language/words';
import { appWords } from './words';

const Palette = lazy(() => import('./palette'));

/** Opens the command palette, whose code is loaded on first use. */
export function PaletteButton() {
  const t = useWords(appWords);
  const button = useRef<HTMLButtonElement>(null);
  const [isWanted, setWanted] = useState(false);
  // Once loaded, the palette handles the shortcut itself.
  useHotkeys(isWanted ? [] : [['mod+K', () => setWanted(true)]], []);

  async function open() {
    if (isWanted) {
      const { palette } = await import('./palette_store');
      palette.open();
    }
    setWanted(true);
  }
  return (
    <>
      <ActionIcon ref={button} variant="subtle" size={36} aria-label={t.search} title={t.searchKeys} onClick={() => void open()}>
        <IconSearch size={20} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
      {isWanted && (
        <Suspense>
          <Palette onDone={() => button.current?.focus()} />
        </Suspense>
      )}
    </>
  );
}
