import { words } from './words';

/** Texts of lists that are searched. */
export const searchWords = words(
  {
    noMatch: 'Nichts gefunden.',
    noMatchHint: 'Prüf die Schreibweise, oder such nach einem anderen Wort.',
    searchBranches: 'Filiale oder Ort suchen',
    searchForMore: 'Tipp einen Teil des Namens, um alle zu finden.',
    searchNames: 'Name oder Tätigkeit suchen',
  },
  {
    noMatch: 'Nothing found.',
    noMatchHint: 'Check the spelling, or search for another word.',
    searchBranches: 'Search for a branch or a place',
    searchForMore: 'Type a part of the name to find all.',
    searchNames: 'Search for a name or a job title',
  },
);
