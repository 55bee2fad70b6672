import type { ReactNode } from 'react';
import type { BoardHalfHour } from '../../contracts/live-board.ts';
import './half-hour-chart.css';

const height = 120;
const step = 40;

/** Calls of the day by half-hour of arrival: answered, and abandoned above. The table beside says the same to who does not see it. */
export function HalfHourChart({ halfHours }: { readonly halfHours: readonly BoardHalfHour[] }): ReactNode {
  const most = Math.max(1, ...halfHours.map(({ offered }) => offered));
  const scale = (calls: number) => (calls / most) * height;
  const width = halfHours.length * step;
  return (
    <svg className="half-hours" viewBox={`0 -14 ${width} ${height + 32}`} role="img" aria-label="Appels par demi-heure">
      {halfHours.map(({ from, offered, answered, abandoned }, index) => (
        <g key={from} transform={`translate(${index * step} 0)`}>
          <title>{`${from} : ${offered} présentés, ${answered} décrochés, ${abandoned} abandonnés`}</title>
          <rect className="answered" x="6" width={step - 12} y={height - scale(answered)} height={scale(answered)} />
          <rect className="abandoned" x="6" width={step - 12} y={height - scale(offered)} height={scale(abandoned)} />
          {offered > 0 && (
            <text x={step / 2} y={height - scale(offered) - 4}>
              {offered}
            </text>
          )}
          {index % 2 === 0 && (
            <text x={step / 2} y={height + 14}>
              {from}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
