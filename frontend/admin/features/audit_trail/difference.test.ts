import { expect, it } from 'vitest';
import { differences } from './difference';

it('only what differs is told', () => {
  expect(differences('{"name":"Anna","title":"","days":[1,2]}', '{"name":"Anna","title":"Coloristin","days":[1,3]}')).toEqual([
    { field: 'title', before: '', after: 'Coloristin' },
    { field: 'days', before: '[1,2]', after: '[1,3]' },
  ]);
});

it('what is new or gone has no other side', () => {
  expect(differences(null, '{"active":true}')).toEqual([{ field: 'active', before: null, after: 'true' }]);
  expect(differences('{"active":true}', null)).toEqual([{ field: 'active', before: 'true', after: null }]);
  expect(differences(null, '{}')).toEqual([]);
});

it('an ID and what belongs to a row are no changes of it', () => {
  expect(differences(null, '{"id":"svc_cut","name":"Haarschnitt","edges":{}}')).toEqual([{ field: 'name', before: null, after: 'Haarschnitt' }]);
});
