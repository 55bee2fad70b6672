export type { Storage } from './start-storage.ts';
export { createStoragePart, type StoragePart } from './storage-part.ts';
