export { KeptPhotos } from './kept_photos';
export { ownAddress } from './own_address';
