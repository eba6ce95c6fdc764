import { expect, it } from 'vitest';
import { mailDocument } from './mail_document';

it('what is shown has no styles but those with the nonce, and the same text', () => {
  expect(
    mailDocument(
      '<html lang="fr"><head><style>a { color: red; }</style></head><body><a href="https://a.example" style="color: blue">Style=&#34;x&#34;</a></body></html>',
      'abc',
    ),
  ).toBe('<html lang="fr"><head><style nonce="abc">a { color: red; }</style></head><body><a href="https://a.example">Style=&#34;x&#34;</a></body></html>');
});
