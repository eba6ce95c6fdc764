import { useLayoutEffect, useRef } from 'preact/hooks';
import styles from './legal_links.css?inline';
import { legalWords } from './legal_words';
import { wear } from './shadow';
import { useWidget } from './widget_context';

interface LinkProps {
  /** undefined: there is no such text. */
  url: string | undefined;
  text: string;
}

const LegalLink = ({ url, text }: LinkProps) =>
  url ? (
    <a href={url} target="_blank" rel="noreferrer">
      {text}
    </a>
  ) : null;

const kinds = ['imprint', 'privacyNotice', 'terms'] as const;

/** Links to what the law has a salon tell its customers. They open beside the booking, so that nothing written is lost. */
export default function LegalLinks() {
  const { branch, preset, language } = useWidget();
  const footerRef = useRef<HTMLElement>(null);
  useLayoutEffect(() => wear(footerRef.current?.getRootNode() as ShadowRoot, styles), []);
  const t = legalWords[language];
  return (
    <footer ref={footerRef}>
      {kinds.map((kind) => (
        <LegalLink key={kind} url={branch[kind]?.pageUrl} text={t[kind]} />
      ))}
      <LegalLink url={`${preset.origin}/legal/${branch.slug}/accessibility?lang=${language}`} text={t.accessibility} />
    </footer>
  );
}
