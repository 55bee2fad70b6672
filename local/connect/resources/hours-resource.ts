import type { ProvidedResource, ResolvedResource } from '../../assembly/resource.ts';
import type { HoursOverride, TimeSlice } from '../model/models.ts';
import type { ConnectStandIn } from '../stand-in.ts';
import { instanceOf } from './instance-resource.ts';
import { Properties } from './properties.ts';

const days = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const;
const maximumOverrides = 50;

/** AWS::Connect::HoursOfOperation, overrides included. */
export function provideHours(connect: ConnectStandIn, resource: ResolvedResource): ProvidedResource {
  const properties = Properties.of(resource);
  const instance = instanceOf(connect, properties);
  for (const unsupported of ['ParentHoursOfOperations', 'ChildHoursOfOperations'])
    if (properties.value(unsupported) !== undefined)
      throw properties.refuse(unsupported, 'nothing: linked hours are not simulated locally');
  const timeZone = properties.text('TimeZone', 'an IANA time zone');
  properties.within('TimeZone', () => new Intl.DateTimeFormat('en', { timeZone }));
  if (properties.value('Config') === undefined)
    throw properties.refuse('Config', 'a list of days, empty when always closed');
  const overrides = properties.objects('HoursOfOperationOverrides').map(readOverride);
  if (overrides.length > maximumOverrides)
    throw properties.refuse('HoursOfOperationOverrides', `at most ${maximumOverrides} overrides`);
  const hours = properties.within('Name', () =>
    instance.hours.put({
      ...instance.identify('hours', properties.text('Name')),
      timeZone,
      slices: properties.objects('Config').map(readSlice),
      overrides,
    }),
  );
  return { ref: hours.arn, attributes: { HoursOfOperationArn: hours.arn } };
}

function readSlice(config: Properties): TimeSlice {
  const minutes = (name: string) => {
    const time = config.object(name);
    return time.integer('Hours', 0, 23) * 60 + time.integer('Minutes', 0, 59);
  };
  return { day: config.choice('Day', days), start: minutes('StartTime'), end: minutes('EndTime') };
}

function readOverride(override: Properties): HoursOverride {
  if (override.value('RecurrenceConfig') !== undefined)
    throw override.refuse(
      'RecurrenceConfig',
      'nothing: recurring overrides are not simulated locally; write each date',
    );
  const date = (name: string) => {
    const text = override.text(name, 'a date YYYY-MM-DD');
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw override.refuse(name, 'a date YYYY-MM-DD');
    return text;
  };
  const [from, till] = [date('EffectiveFrom'), date('EffectiveTill')];
  if (till < from) throw override.refuse('EffectiveTill', `a date on or after EffectiveFrom (${from})`);
  const isClosure = override.choice('OverrideType', ['STANDARD', 'OPEN', 'CLOSED'], 'STANDARD') === 'CLOSED';
  const slices = isClosure ? [] : override.objects('OverrideConfig').map(readSlice);
  return { name: override.text('OverrideName'), from, till, slices };
}
