import { IconVideo } from '@tabler/icons-react';

/** The sign of video consultations. What it means must stand beside it, at least for those who do not see it. */
export const VideoIcon = () => <IconVideo size={16} stroke={1.8} aria-hidden="true" />;
