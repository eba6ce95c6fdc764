import { expect, it } from 'vitest';
import { buttonOf, frameOf, inlineOf, linkOf } from './snippets';

const origin = 'https://booking.example';
const texts = { book: 'Termin buchen' };
const everything = { branch: 'mitte', serviceId: 'svc_a', staffId: 'stf_b', theme: 'dark', language: 'en' };

it.each([
  ['nothing preset', { branch: 'mitte' }, 'https://booking.example/book/mitte'],
  ['a service', { branch: 'mitte', serviceId: 'svc_a' }, 'https://booking.example/book/mitte?service=svc_a'],
  ['a person', { branch: 'mitte', serviceId: 'svc_a', staffId: 'stf_b' }, 'https://booking.example/book/mitte?service=svc_a&staff=stf_b'],
  ['everything', everything, 'https://booking.example/book/mitte?service=svc_a&staff=stf_b&lang=en#theme=dark'],
])('the link with %s', (_, preset, link) => {
  expect(linkOf(origin, preset)).toBe(link);
});

it('the snippet has what is preset, and a link for whoever has no script', () => {
  expect(inlineOf(origin, everything, texts)).toBe(
    `<script src="https://booking.example/embed.js" type="module"></script>
<visavis-booking branch="mitte" service="svc_a" staff="stf_b" theme="dark" lang="en">
  <a href="https://booking.example/book/mitte?service=svc_a&amp;staff=stf_b&amp;lang=en">Termin buchen</a>
</visavis-booking>`,
  );
});

it('the button has what is preset, and a link for whoever has no script', () => {
  expect(buttonOf(origin, { ...everything, theme: undefined, language: undefined }, texts)).toBe(
    `<script src="https://booking.example/embed.js" type="module"></script>
<button type="button" data-visavis-booking="mitte" data-visavis-service="svc_a" data-visavis-staff="stf_b">Termin buchen</button>
<noscript><a href="https://booking.example/book/mitte?service=svc_a&amp;staff=stf_b">Termin buchen</a></noscript>`,
  );
});

it('the frame needs no script', () => {
  expect(frameOf(origin, { branch: 'mitte', theme: 'light' }, texts)).toBe(
    '<iframe src="https://booking.example/book/mitte#theme=light" title="Termin buchen" style="width:100%;height:720px;border:0"></iframe>',
  );
});

it('nothing breaks out of a snippet', () => {
  const preset = { branch: '"><script>' };
  expect(inlineOf(origin, preset, texts)).toContain('<visavis-booking branch="&quot;>&lt;script>">');
  expect(buttonOf(origin, preset, texts)).toContain('data-visavis-booking="&quot;>&lt;script>">');
  expect(frameOf(origin, preset, texts)).not.toContain('<script');
});
