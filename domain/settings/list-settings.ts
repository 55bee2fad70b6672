import { type ContentVersions, neverInForce } from '../content/content-versions.ts';
import { type SettingCode, settingCodes, settings } from './setting.ts';
import { changesBetween, type SettingChange } from './setting-change.ts';

/** A setting as its page shows it. */
export interface ShownSetting {
  readonly code: SettingCode;
  readonly label: string;
  /** Hash of the last version, to be sent back with a change of it. */
  readonly seen: string;
  /** The last version, in force now or from `validFrom` on. */
  readonly value: unknown;
  readonly validFrom: string;
  /** From the newest. */
  readonly history: readonly SettingVersion[];
}

export interface SettingVersion {
  readonly validFrom: string;
  readonly origin: 'seed' | 'edit';
  readonly by?: string;
  readonly at?: string;
  readonly reason?: string;
  /** Before and after (SAMPS-40); none of the first. */
  readonly changes: readonly SettingChange[];
}

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
