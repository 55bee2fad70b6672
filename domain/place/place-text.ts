import { segmentsOf } from '../message/segments.ts';
import { respelt } from '../message/spelling.ts';
import type { Place } from './place.ts';

/** A place in one SMS of one segment (SAMPS-22): its name, address, telephone and hours; hours, then the end of the address, give way when they do not fit. */
export function placeText({ name, address, commune, phone, hours }: Place): string {
  const inTown = address.toLowerCase().includes(commune.toLowerCase()) ? address : `${address}, ${commune}`;
  const texts = [
    `${name}, ${inTown}. Tel ${phone}. ${hours}.`,
    `${name}, ${inTown}. Tel ${phone}.`,
    `${name}, ${commune}. Tel ${phone}.`,
  ].map(respelt);
  return texts.find((text) => segmentsOf(text).parts === 1) ?? `${(texts.at(-1) ?? '').slice(0, 157)}...`;
}
