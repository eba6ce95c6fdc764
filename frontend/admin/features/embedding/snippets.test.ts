import { expect, it } from 'vitest';
import { linkOf, snippetOf } from './snippets';

const origin = 'https://booking.example';

it.each([
  ['nothing preset', { branch: 'mitte' }, 'https://booking.example/book/mitte'],
  ['a service', { branch: 'mitte', serviceId: 'svc_a' }, 'https://booking.example/book/mitte?service=svc_a'],
  ['both', { branch: 'mitte', serviceId: 'svc_a', staffId: 'stf_b' }, 'https://booking.example/book/mitte?service=svc_a&staff=stf_b'],
])('the link with %s', (_, preset, link) => {
  expect(linkOf(origin, preset)).toBe(link);
});

it('the snippet has what is preset, and a link for whoever has no script', () => {
  expect(snippetOf(origin, { branch: 'mitte', serviceId: 'svc_a', staffId: 'stf_b' }, false)).toBe(
    `<script src="https://booking.example/embed.js" type="module"></script>
<visavis-booking branch="mitte" service="svc_a" staff="stf_b">
  <a href="https://booking.example/book/mitte?service=svc_a&amp;staff=stf_b">Termin buchen</a>
</visavis-booking>`,
  );
});

it('the snippet of a frame says so, and nothing breaks out of it', () => {
  const snippet = snippetOf(origin, { branch: '"><script>' }, true);
  expect(snippet).toContain('<visavis-booking branch="&quot;>&lt;script>" frame>');
});
