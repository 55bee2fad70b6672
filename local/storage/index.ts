export { createStoragePart } from './storage-part.ts';
