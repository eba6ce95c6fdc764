export { VideoLinkField } from './video_link_field';
