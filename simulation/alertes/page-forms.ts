/** One field of a form as a page shows it. */
export interface FormField {
  readonly name: string;
  /** Of an `input`: its type; `select`, `textarea` or `button` otherwise. */
  readonly type: string;
  /** What it holds; of a box, what is sent when it is ticked. */
  readonly value: string;
  readonly checked: boolean;
  /** Values of a list. */
  readonly options: readonly string[];
  readonly required: boolean;
  /** Of a button that sends the form elsewhere. */
  readonly action?: string;
}

export interface PageForm {
  readonly method: 'GET' | 'POST';
  /** Path, with its query. */
  readonly action: string;
  readonly encoding: string;
  readonly fields: readonly FormField[];
}

const tags = /<(\/?)(form|input|select|option|textarea|button)\b([^>]*)>([^<]*)/gi;

/** Forms of a page of ours, in order. Attributes stand in double quotes there, and no `>` in them. */
export function formsOf(page: string): readonly PageForm[] {
  const forms: { method: 'GET' | 'POST'; action: string; encoding: string; fields: FormField[] }[] = [];
  let inForm = false;
  let list: { name: string; options: string[]; value: string; required: boolean } | undefined;
  for (const [, closing, tag = '', attributes = '', after = ''] of page.matchAll(tags)) {
    const name = tag.toLowerCase();
    const form = forms.at(-1);
    if (name === 'form') {
      inForm = closing === '';
      if (inForm) {
        const method = attribute(attributes, 'method')?.toUpperCase() === 'POST' ? 'POST' : 'GET';
        const encoding = attribute(attributes, 'enctype') ?? 'application/x-www-form-urlencoded';
        forms.push({ method, action: attribute(attributes, 'action') ?? '', encoding, fields: [] });
      }
    } else if (inForm && form !== undefined) {
      if (name === 'select' && closing === '') {
        list = {
          name: attribute(attributes, 'name') ?? '',
          options: [],
          value: '',
          required: has(attributes, 'required'),
        };
      } else if (name === 'select' && list !== undefined) {
        form.fields.push({ ...list, type: 'select', value: list.value || (list.options[0] ?? ''), checked: false });
        list = undefined;
      } else if (name === 'option' && closing === '' && list !== undefined) {
        const value = attribute(attributes, 'value') ?? plain(after.trim());
        list.options.push(value);
        list.value = has(attributes, 'selected') ? value : list.value;
      } else if (closing === '' && name !== 'option' && name !== 'select') {
        form.fields.push(fieldOf(name, attributes, after));
      }
    }
  }
  return forms;
}

function fieldOf(tag: string, attributes: string, after: string): FormField {
  const type = tag === 'input' ? (attribute(attributes, 'type') ?? 'text') : tag;
  const action = attribute(attributes, 'formaction');
  return {
    name: attribute(attributes, 'name') ?? '',
    type,
    value: tag === 'textarea' ? plain(after) : (attribute(attributes, 'value') ?? (type === 'checkbox' ? 'on' : '')),
    checked: has(attributes, 'checked'),
    options: [],
    required: has(attributes, 'required'),
    ...(action === undefined ? {} : { action }),
  };
}

/** What a browser would send of a form as it stands, without pressing any of several buttons. */
export function standingFields({ fields }: PageForm): [string, string][] {
  return fields.flatMap(({ name, type, value, checked }) => {
    const sent = name !== '' && type !== 'button' && ((type !== 'checkbox' && type !== 'radio') || checked);
    return sent ? [[name, value] as [string, string]] : [];
  });
}

/** Addresses of a page that lead elsewhere on the site. */
export function linksOf(page: string): readonly string[] {
  return [...page.matchAll(/<a\b[^>]*\shref="(\/[^"]*)"/gi)].map(([, address = '']) => plain(address));
}

function attribute(attributes: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'i').exec(attributes)?.[1];
  return value === undefined ? undefined : plain(value);
}

function has(attributes: string, name: string): boolean {
  return new RegExp(`(?:^|\\s)${name}(?=[\\s=/]|$)`, 'i').test(attributes.replace(/"[^"]*"/g, '""'));
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

function plain(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
}
