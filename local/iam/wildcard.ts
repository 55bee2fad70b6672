const compiled = new Map<string, RegExp>();
const compiledIgnoringCase = new Map<string, RegExp>();

/** Whether `value` matches an IAM pattern, where `*` is any run of characters (`:` and `/` included) and `?` is one. */
export function matchesWildcard(pattern: string, value: string, ignoreCase = false): boolean {
  if (pattern === '*' || pattern === value) return true;
  const known = ignoreCase ? compiledIgnoringCase : compiled;
  let expression = known.get(pattern);
  if (expression === undefined) {
    const source = pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    expression = new RegExp(`^${source}$`, ignoreCase ? 'is' : 's');
    known.set(pattern, expression);
  }
  return expression.test(value);
}

/** ArnLike: the six parts of an ARN are matched one by one, so a `*` does not run over a colon of the first five. */
export function matchesArn(pattern: string, arn: string): boolean {
  const patternParts = arnParts(pattern);
  const parts = arnParts(arn);
  return patternParts.length === parts.length && patternParts.every((part, i) => matchesWildcard(part, parts[i] ?? ''));
}

function arnParts(arn: string): string[] {
  const parts = arn.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}
