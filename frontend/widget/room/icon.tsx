/** Lines of the icons, in a square of 24. */
const icons = {
  microphone: 'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3ZM5 11a7 7 0 0 0 14 0M12 18v3',
  camera: 'M3 7h12v10H3ZM15 11l6-3v8l-6-3',
  turn: 'M4 9a8 8 0 0 1 14-3l2 2M20 4v4h-4M20 15a8 8 0 0 1-14 3l-2-2M4 20v-4h4',
  screen: 'M3 5h18v11H3ZM8 20h8M12 8v5M9.5 10.5 12 8l2.5 2.5',
  text: 'M4 5h16v11H10l-4 4v-4H4Z',
  inset: 'M3 5h18v14H3ZM12 11h6v5h-6Z',
  full: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  devices: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4',
  more: 'M4 12h2M11 12h2M18 12h2',
  leave: 'M4 14c5-5 11-5 16 0l-2.500 2.500-3.500-1.500v-2.500h-4v2.500L6.500 16.500Z',
  off: 'M4 4l16 16',
} as const;

export type IconName = keyof typeof icons;

/** A drawing beside a word. */
export const Icon = ({ name, isOff }: { name: IconName; isOff?: boolean }) => (
  <svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
    <path d={icons[name]} />
    {isOff && <path d={icons.off} />}
  </svg>
);
