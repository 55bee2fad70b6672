// Two steps, so that no text makes either take more than one pass.
const tag = /<([^<>]*)>/g;
const inside = /^(\/?)([a-zA-Z][\w:-]*)(.*?)(\/?)$/s;
const supported = new Set([
  'speak',
  'break',
  'lang',
  'mark',
  'p',
  'phoneme',
  'prosody',
  's',
  'say-as',
  'sub',
  'w',
  'amazon:effect',
  'emphasis',
  'amazon:domain',
  'amazon:auto-breaths',
]);
const longestBreakSeconds = 10;

/** Why text-to-speech would refuse this SSML; undefined when it would not. References are taken as text. */
export const ssmlProblem = (ssml: string): string | undefined => {
  const text = ssml.trim();
  if (!/^<speak[\s>]/.test(text) || !text.endsWith('</speak>')) return 'it does not stand between <speak> and </speak>';
  const open: string[] = [];
  for (const [, content = ''] of text.matchAll(tag)) {
    const [, closing, name = '', attributes = '', selfClosing] = inside.exec(content) ?? [];
    if (name === '') return `<${content}> is no tag`;
    if (closing === '/') {
      const expected = open.pop();
      if (expected !== name) return `</${name}> closes ${expected === undefined ? 'nothing' : `<${expected}>`}`;
    } else if (selfClosing !== '/') open.push(name);
    if (!supported.has(name)) return `<${name}> is ignored by text-to-speech`;
    const seconds = name === 'break' ? /time\s*=\s*["'](\d+(?:\.\d+)?)(ms|s)["']/.exec(attributes) : null;
    if (seconds !== null && Number(seconds[1]) / (seconds[2] === 'ms' ? 1000 : 1) > longestBreakSeconds)
      return `a break of ${seconds[1]} ${seconds[2]} is longer than ${longestBreakSeconds} s`;
  }
  const last = open.at(-1);
  if (last !== undefined) return `<${last}> is not closed`;
  return /&(?!amp;|lt;|gt;|quot;|apos;|#\d+;|#x[0-9a-f]+;)/i.test(text.replace(tag, ''))
    ? 'an & is not written &amp;'
    : undefined;
};
