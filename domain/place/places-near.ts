import type { Commune, Place, PlaceDirectory } from './place.ts';
import { placeText } from './place-text.ts';

export interface NearPlace extends Place {
  /** From the caller's commune, whole kilometres as the crow flies; 0 in the commune itself. */
  readonly kilometres: number;
  /** What is sent by SMS: one segment. */
  readonly text: string;
}

/** Places nearest first, those of the commune itself before all (SAMPS-22); of one distance, by name. `fault`: a French sentence. */
export function placesNear(
  { communes, places }: PlaceDirectory,
  commune: string,
): { readonly commune: string; readonly places: readonly NearPlace[] } | { readonly fault: string } {
  const here = communes.find((one) => [one.name, ...(one.aliases ?? [])].some((name) => bare(name) === bare(commune)));
  if (here === undefined) {
    const accepted = communes.map(({ name }) => name).join(', ');
    return { fault: `La commune « ${commune} » est inconnue ; valeurs acceptées : ${accepted}.` };
  }
  const byName = new Map(communes.map((one) => [one.name, one]));
  const near = places.map((place): NearPlace => {
    const there = byName.get(place.commune);
    if (there === undefined) {
      throw new Error(`Place "${place.id}" is in "${place.commune}"; accepted: ${[...byName.keys()].join(', ')}`);
    }
    return { ...place, kilometres: kilometresBetween(here, there), text: placeText(place) };
  });
  return {
    commune: here.name,
    places: near.sort((a, b) => a.kilometres - b.kilometres || a.name.localeCompare(b.name, 'fr')),
  };
}

/** Accents, case, hyphens and « le », « la » aside: « le mont dore » is Mont-Dore. */
function bare(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^(?:le|la|les|l['’])\s*(?=\S)/, '')
    .replaceAll(/[^\p{L}]+/gu, '');
}

const earthKilometres = 6_371;

/** Great circle, rounded. */
function kilometresBetween(a: Commune, b: Commune): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [latA, latB] = [radians(a.latitude), radians(b.latitude)];
  const half =
    Math.sin((latB - latA) / 2) ** 2 +
    Math.cos(latA) * Math.cos(latB) * Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return Math.round(2 * earthKilometres * Math.asin(Math.sqrt(half)));
}
