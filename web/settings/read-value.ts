/** Reading of what a setting holds, which is of its own kind. Everything that is not what is looked for is left out. */
export function textsIn(value: unknown): Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([, text]) => typeof text === 'string'))
    : {};
}

export function numberIn(value: unknown, name: string): number | undefined {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof found === 'number' ? found : undefined;
}

export function flagIn(value: unknown, name: string): boolean | undefined {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof found === 'boolean' ? found : undefined;
}

export interface Motive {
  readonly code: string;
  readonly label: string;
}

export function motivesIn(value: unknown): readonly Motive[] {
  return (Array.isArray(value) ? value : []).map((one: unknown) => {
    const { code = '', label = '' } = textsIn(one);
    return { code, label };
  });
}

export interface ExceptionalDay {
  readonly day: string;
  readonly label: string;
  /** « 07:30-12:00, 13:00-16:00 »; empty = closed. */
  readonly hours: string;
}

export function exceptionsIn(value: unknown): readonly ExceptionalDay[] {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'exceptions') : undefined;
  return (Array.isArray(found) ? found : []).map((one: unknown) => {
    const { day = '', label = '' } = textsIn(one);
    const hours: unknown = typeof one === 'object' && one !== null ? Reflect.get(one, 'hours') : undefined;
    return { day, label, hours: hoursText(hours) };
  });
}

/** Hours of each ISO weekday in the last week of a calendar, as text. */
export function weekIn(value: unknown): Readonly<Record<string, string>> {
  const weeks: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'weeks') : undefined;
  const last: unknown = Array.isArray(weeks) ? weeks.at(-1) : undefined;
  const hours: unknown = typeof last === 'object' && last !== null ? Reflect.get(last, 'hours') : undefined;
  const byDay: Readonly<Record<string, unknown>> =
    typeof hours === 'object' && hours !== null ? Object.fromEntries(Object.entries(hours)) : {};
  return Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, hoursText(byDay[day])]));
}

function hoursText(hours: unknown): string {
  return (Array.isArray(hours) ? hours : [])
    .map((one: unknown) => {
      const { opens = '', closes = '' } = textsIn(one);
      return `${opens}-${closes}`;
    })
    .join(', ');
}

/** « 07:30-12:00, 13:00-16:00 » as the API wants it; what cannot be read goes as it is, and the API says what it accepts. */
export function hoursFrom(text: string): readonly { readonly opens: string; readonly closes: string }[] {
  return text
    .split(',')
    .map((span) => span.trim())
    .filter((span) => span !== '')
    .map((span) => {
      const [opens = '', closes = ''] = span.split('-').map((time) => time.trim());
      return { opens, closes };
    });
}
