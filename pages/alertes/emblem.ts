import { html, type Markup } from '../html.ts';

/** Five points of a star of radius 1 around the origin, one up. */
const star = Array.from({ length: 10 }, (_, index) => {
  const radius = index % 2 === 0 ? 1 : 0.382;
  const angle = (index * Math.PI) / 5;
  return `${(radius * Math.sin(angle)).toFixed(3)},${(-radius * Math.cos(angle)).toFixed(3)}`;
}).join(' ');

/** Twelve on a circle of a third of the height, each of an eighteenth, upright (graphical specifications of the European emblem). */
const stars = Array.from({ length: 12 }, (_, hour) => {
  const angle = (hour * Math.PI) / 6;
  const [x, y] = [27 + 12 * Math.sin(angle), 18 - 12 * Math.cos(angle)].map((one) => one.toFixed(2));
  return `<use href="#etoile" transform="translate(${x} ${y}) scale(2)"/>`;
}).join('');

/** The European emblem, drawn in the page: nothing is asked of another site. */
export function emblem(shows: string): Markup {
  const drawing = `<defs><polygon id="etoile" points="${star}"/></defs><rect width="54" height="36" fill="#039"/><g fill="#fc0">${stars}</g>`;
  return html`<svg class="emblem" role="img" aria-label="${shows}" viewBox="0 0 54 36" width="54" height="36">${{ markup: drawing }}</svg>`;
}
