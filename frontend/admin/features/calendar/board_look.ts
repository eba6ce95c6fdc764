import { createContext, useContext } from 'react';
import type { Coloring } from './coloring';

/** What appointments of the board look like. */
export interface BoardLook {
  coloring: Coloring;
  /** The categories in the order of their colors. */
  categoryIds: readonly string[];
  /** The categories that are not faded; empty: all. */
  chosenCategories: readonly string[];
  /** IDs of the appointments outside the plans. */
  stranded: ReadonlySet<string>;
}

export const BoardLookContext = createContext<BoardLook>({ coloring: 'status', categoryIds: [], chosenCategories: [], stranded: new Set() });

/** Returns what appointments look like. */
export const useBoardLook = () => useContext(BoardLookContext);
