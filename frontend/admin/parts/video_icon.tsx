import { type IconProps, IconVideo } from '@tabler/icons-react';

/** The icon of video consultations. It needs a text beside it, at least for screen readers. */
export const VideoIcon = ({ size = 16 }: Pick<IconProps, 'size'>) => <IconVideo size={size} stroke={1.8} aria-hidden="true" />;
