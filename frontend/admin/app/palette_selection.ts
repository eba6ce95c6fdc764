import type { paletteStore } from './palette_store';

/** Selects the first action of the palette if none is: what arrives later is not selected by the palette itself. */
export function selectFirst(store: typeof paletteStore) {
  const list = document.getElementById(store.getState().listId);
  if (!list || list.querySelector('[data-selected]')) {
    return;
  }
  list.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  store.updateState((state) => ({ ...state, selected: 0 }));
}

/** Runs the selected action of the palette. */
export function runSelected(store: typeof paletteStore) {
  document.getElementById(store.getState().listId)?.querySelector<HTMLElement>('[data-selected]')?.click();
}
