import { typeset } from '../../domain/report/french.ts';
import { html, type Markup } from '../html.ts';

export interface ChartBar {
  readonly label: string;
  readonly value: number;
  /** Part of the value that is shown darker, e.g. those that arrived. */
  readonly part?: number;
}

/** Of the drawing: as narrow as a telephone, so that its words stay legible there. */
const width = 452;
const rowHeight = 34;
const labelWidth = 172;
const valueWidth = 70;

/** Bars of counts as inline SVG: no script, readable in print; its table says the same to who does not see it. */
export function statisticsChart(title: string, bars: readonly ChartBar[]): Markup {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const room = width - labelWidth - valueWidth;
  const height = bars.length * rowHeight + 8;
  const rows = bars.map(({ label, value, part }, index) => {
    const y = index * rowHeight + 6;
    const long = Math.round((value / most) * room);
    const dark = part === undefined ? long : Math.round((part / most) * room);
    return html`<text x="${labelWidth - 8}" y="${y + 17}" text-anchor="end">${shortened(label)}</text><rect x="${labelWidth}" y="${y}" width="${long}" height="24" fill="#8fb8cc"/><rect x="${labelWidth}" y="${y}" width="${dark}" height="24" fill="#0b4f6c"/><text x="${labelWidth + long + 6}" y="${y + 17}">${value}${part === undefined || value === 0 ? '' : ` (${part})`}</text>`;
  });
  return html`<figure><svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${typeset(title)}" font-family="Arial, sans-serif" font-size="14" fill="#1f2933">${rows}</svg><figcaption>${typeset(title)}</figcaption></figure>`;
}

function shortened(label: string): string {
  return label.length > 22 ? `${label.slice(0, 21)}…` : label;
}
