export { PictureField } from './picture_field';
