import { Icon, type IconName } from './icon';

interface Props {
  icon: IconName;
  text: string;
  /** Shown in place of the text where there is little room; part of it. */
  short?: string;
  /** How much is new behind it, or a sign that something is wrong there. */
  count?: number | '!';
  /** Whether what it switches is off. */
  isOff?: boolean;
  isFinal?: boolean;
  /** Whether it shows the others, where there is little room. */
  isMore?: boolean;
  isExpanded?: boolean | undefined;
  onClick(): void;
}

/** A button of the call, with its word. */
export const CallButton = ({ icon, text, short, count, isOff, isFinal, isMore, isExpanded, onClick }: Props) => (
  <button type="button" class={isFinal ? 'final' : isMore ? 'more' : isOff ? 'off' : undefined} aria-expanded={isExpanded} onClick={onClick}>
    <Icon name={icon} isOff={isOff ?? false} />
    {short !== text && short && (
      <span class="short" aria-hidden="true">
        {short}
      </span>
    )}
    <span class={short === text ? undefined : short && 'long'}>{text}</span>
    {count ? (
      <b class="count" aria-hidden="true">
        {count}
      </b>
    ) : null}
  </button>
);
