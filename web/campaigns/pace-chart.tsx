import type { ReactNode } from 'react';
import type { CampaignProgress, CurvePoint } from '../../contracts/campaign-board.ts';
import { count } from '../supervision/french.ts';
import { shortMoment } from './campaign-words.ts';
import './pace-chart.css';

const width = 600;
const height = 100;

interface PaceChartProps {
  readonly progress: CampaignProgress;
  readonly timeZone: string;
}

/** What was done (full line) against what is needed to keep the promise at its deadline (dashed). Whoever does not see it is told both numbers of now. */
export function PaceChart({
  progress: { curve, neededNow = 0, doneNow, owed = 0 },
  timeZone,
}: PaceChartProps): ReactNode {
  const [first] = curve;
  const last = curve.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const most = Math.max(1, ...curve.map(({ needed, done = 0 }) => Math.max(needed, done)));
  const [start, end] = [Date.parse(first.at), Date.parse(last.at)];
  const point = ({ at }: CurvePoint, value: number) =>
    `${(((Date.parse(at) - start) / (end - start)) * width).toFixed(1)} ${(height - (value / most) * (height - 3)).toFixed(1)}`;
  const done = curve.flatMap((one) => (one.done === undefined ? [] : [point(one, one.done)]));
  return (
    <div className="pace">
      <div className="ends heights" aria-hidden>
        <span>{count(most)}</span>
        <span>0</span>
      </div>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Réalisé : ${doneNow}, ${neededNow} au rythme, ${owed} à atteindre le ${shortMoment(last.at, timeZone)}.`}
      >
        <path className="needed" d={`M${curve.map((one) => point(one, one.needed)).join(' L')}`} />
        {done.length > 0 && <path className="done" d={`M${done.join(' L')}`} />}
      </svg>
      <div className="ends times" aria-hidden>
        <span>{shortMoment(first.at, timeZone)}</span>
        <span>{shortMoment(last.at, timeZone)}</span>
      </div>
    </div>
  );
}

/** « 12 sous le rythme », from the same two numbers. */
export function paceWords({ neededNow = 0, doneNow }: CampaignProgress): string {
  const missing = neededNow - doneNow;
  return missing <= 0 ? 'au rythme' : `${count(missing)} sous le rythme`;
}
