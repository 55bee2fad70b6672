import type { ReactNode } from 'react';

/** A plain text as people read it: lines that begins with « - » are a list. React escapes it: a tag is shown, never run. */
export function PlainText({ text }: { readonly text: string }): ReactNode {
  const blocks: { readonly list: boolean; readonly lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const item = /^[-–•]\s+(.*)$/.exec(line)?.[1];
    const last = blocks.at(-1);
    if (last !== undefined && last.list === (item !== undefined) && line !== '') {
      last.lines.push(item ?? line);
    } else if (line !== '') {
      blocks.push({ list: item !== undefined, lines: [item ?? line] });
    }
  }
  return blocks.map(({ list, lines }) =>
    list ? (
      <ul key={lines.join('\n')}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    ) : (
      lines.map((line) => <p key={line}>{line}</p>)
    ),
  );
}
