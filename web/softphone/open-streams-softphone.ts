import type { Softphone } from './softphone.ts';

export async function openStreamsSoftphone(accessUrl: string): Promise<Softphone> {
  throw new Error(`no softphone yet at ${accessUrl}`);
}
