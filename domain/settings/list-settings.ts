import { type ShownSetting, settingCodes } from '../../contracts/settings.ts';
import { type ContentVersions, counts, neverInForce } from '../content/content-versions.ts';
import { settings } from './setting.ts';
import { changesBetween } from './setting-change.ts';

/** Every setting with what changed it, who, when and why. `at`: ISO instant. */
export async function listSettings(
  programme: string,
  at: string,
  versions: Pick<ContentVersions, 'versions'>,
): Promise<readonly ShownSetting[]> {
  const shown = await Promise.all(
    settingCodes.map(async (code) => {
      const { kind, label } = settings[code];
      const kept = (await versions.versions(programme, kind)).filter(({ validFrom }) => validFrom !== neverInForce);
      const last = kept.findLast(counts);
      const history = kept.map(({ validFrom, origin, value, by, at, reason, cancelled }, index) => ({
        validFrom,
        origin,
        ...(by === undefined ? {} : { by }),
        ...(at === undefined ? {} : { at }),
        ...(reason === undefined ? {} : { reason }),
        ...(cancelled === undefined ? {} : { cancelled }),
        changes: index === 0 ? [] : changesBetween(kept.slice(0, index).findLast(counts)?.value, value),
      }));
      return last === undefined
        ? []
        : [
            {
              code,
              label,
              seen: last.hash,
              value: last.value,
              validFrom: last.validFrom,
              isPlanned: last.validFrom > at,
              history: history.toReversed(),
            },
          ];
    }),
  );
  return shown.flat();
}
