import { expect, it } from 'vitest';
import { shownDocument } from './shown_document';

it('what is shown has no styles but those with the nonce, and the same text', () => {
  expect(
    shownDocument(
      '<html lang="fr"><head><style>a { color: red; }</style></head><body><a href="https://a.example" style="color: blue">Style=&#34;x&#34;</a></body></html>',
      'abc',
    ),
  ).toBe('<html lang="fr"><head><style nonce="abc">a { color: red; }</style></head><body><a href="https://a.example">Style=&#34;x&#34;</a></body></html>');
});
