import { type ShownSetting, settingCodes } from '../../contracts/settings.ts';
import { type ContentVersions, neverInForce } from '../content/content-versions.ts';
import { settings } from './setting.ts';
import { changesBetween } from './setting-change.ts';

/** Every setting with what changed it, who, when and why. */
export async function listSettings(
  programme: string,
  versions: Pick<ContentVersions, 'versions'>,
): Promise<readonly ShownSetting[]> {
  const shown = await Promise.all(
    settingCodes.map(async (code) => {
      const { kind, label } = settings[code];
      const kept = (await versions.versions(programme, kind)).filter(({ validFrom }) => validFrom !== neverInForce);
      const last = kept.at(-1);
      const history = kept.map(({ validFrom, origin, value, by, at, reason }, index) => ({
        validFrom,
        origin,
        ...(by === undefined ? {} : { by }),
        ...(at === undefined ? {} : { at }),
        ...(reason === undefined ? {} : { reason }),
        changes: index === 0 ? [] : changesBetween(kept[index - 1]?.value, value),
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
              history: history.toReversed(),
            },
          ];
    }),
  );
  return shown.flat();
}
