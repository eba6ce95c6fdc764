import { IconVideo } from '@tabler/icons-react';

/** The icon of video consultations. It needs a text beside it, at least for screen readers. */
export const VideoIcon = () => <IconVideo size={16} stroke={1.8} aria-hidden="true" />;
