import { own } from '../json/json.ts';

/** System attributes that the old designer named in words; the others were named as their JSONPath is. */
const worded: Readonly<Record<string, string>> = {
  'Stored customer input': 'StoredCustomerInput',
  'Customer Number': 'CustomerEndpoint.Address',
  'Dialed Number': 'SystemEndpoint.Address',
};
const wordPath = /^[A-Za-z]+(?:\.[A-Za-z]+)*$/;

const keyed = (root: string, key: string): string =>
  /^[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*$/u.test(key)
    ? `$.${root}.${key}`
    : `$.${root}['${key.replace(/['\\]/g, '\\$&')}']`;

/** The JSONPath of an attribute that a block of the old format names by namespace and name; undefined when it has none that is certain. */
export const legacyReference = (namespace: string, name: string): string | undefined => {
  if (namespace === 'User Defined') return keyed('Attributes', name);
  if (namespace === 'External' || namespace === 'Lex.Slots') return keyed(namespace, name);
  const path = own(worded, name) ?? name;
  return namespace === 'System' && path !== undefined && wordPath.test(path) ? `$.${path}` : undefined;
};
