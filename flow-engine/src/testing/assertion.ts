import type { ContactState } from '../contact/contact-state.ts';
import { parseJsonPath } from '../reference/json-path.ts';
import { asText, resolvePath } from '../reference/resolve.ts';
import { compare } from '../run/condition.ts';
import type { TestAction } from './test-case.ts';

/** What a path of a test reads from the contact, as text; undefined when there is nothing. Flow attributes are not visible to tests. */
export const valueAt = (path: string, contact: ContactState): string | undefined => {
  const parsed = parseJsonPath(path);
  const value =
    parsed === undefined ? undefined : resolvePath(parsed, { contact, flowAttributes: {}, modules: {}, loops: {} });
  return value === undefined ? undefined : asText(value);
};

/** Why an assertion does not hold; undefined when it does. */
export const assertionFailure = (
  { namespace, operator, operand }: Extract<TestAction, { type: 'Assert' }>,
  contact: ContactState,
): string | undefined => {
  const value = valueAt(namespace, contact);
  const expected = `${namespace} ${operator}${operand === undefined ? '' : ` "${operand}"`}`;
  if (value === undefined) return `expected ${expected}, but there is no such value`;
  if (operator === 'Exists') return undefined;
  return compare(operator, value, operand ?? '') ? undefined : `expected ${expected}, but it is "${value}"`;
};
