import { Icon, type IconName } from './icon';

interface Props {
  icon: IconName;
  text: string;
  /** Whether what it switches is off. */
  isOff?: boolean;
  isFinal?: boolean;
  isExpanded?: boolean | undefined;
  onClick(): void;
}

/** A button of the call, with its word. */
export const CallButton = ({ icon, text, isOff, isFinal, isExpanded, onClick }: Props) => (
  <button type="button" class={isFinal ? 'final' : isOff ? 'off' : undefined} aria-expanded={isExpanded} onClick={onClick}>
    <Icon name={icon} isOff={isOff ?? false} />
    <span>{text}</span>
  </button>
);
