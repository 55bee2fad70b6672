import { outboundRoutes } from '../../contracts/outbound-routes.ts';
import type { LocalCloud } from '../../local/index.ts';
import type { Browser } from './browser.ts';

const minute = 60_000;
/** A list that takes longer than this is not on its way any more. */
const patienceMinutes = 60;

/**
 * Sends a list to the register as a supervisor's browser does: the page's own form puts the file in the bucket, the preview is read, then validated
 * (REFLEX-23). Calls `done` with the id of the import once the list is in. Begins at `at`, epoch milliseconds, or now if that is past. `name`: where several
 * lists are sent.
 */
export function importRegister(
  {
    cloud,
    browser,
    programme,
    user,
    name = programme,
  }: { cloud: LocalCloud; browser: Browser; programme: string; user: string; name?: string },
  file: Buffer,
  at: number,
  done: (importId: string) => void | Promise<void>,
): void {
  const lane = `import/${name}`;
  const { kernel } = cloud;
  const home = outboundRoutes.recipientLists.path.replace('{programme}', programme);
  const look = (path: string, tries: number, validated: boolean): void => {
    kernel.after(minute, lane, async () => {
      const { text } = await browser.open(user, path, `${lane}/${tries}`);
      if (text.includes('La liste est inscrite')) return await done(path.split('/').at(-1) ?? '');
      if (text.includes('Rien n’a été inscrit') || tries > patienceMinutes) {
        throw new Error(`The register was not imported; the page says: ${plain(text)}`);
      }
      const version = /name="step" value="commit"><input type="hidden" name="version" value="(\d+)"/.exec(text)?.[1];
      if (version !== undefined && !validated) {
        await browser.submit(user, path, { step: 'commit', version }, `${lane}/commit`);
        return look(path, tries + 1, true);
      }
      if (text.includes('name="step" value="resume"')) {
        await browser.submit(user, path, { step: 'resume' }, `${lane}/resume/${tries}`);
      }
      return look(path, tries + 1, validated);
    });
  };
  kernel.at(Math.max(at, kernel.now()), lane, async () => {
    const { text } = await browser.open(user, home, `${lane}/home`);
    const path = await upload(text, file, cloud.fetch);
    await browser.open(user, path, `${lane}/sent`);
    look(path, 1, false);
  });
}

/** Posts the first form of the page with the file, and answers the path that the bucket sends the browser to. */
async function upload(page: string, file: Buffer, fetch: LocalCloud['fetch']): Promise<string> {
  const form = /<form method="post" action="([^"]+)" enctype="multipart\/form-data">([\s\S]*?)<\/form>/.exec(page);
  const [, action, inputs] = form ?? [];
  if (action === undefined || inputs === undefined) {
    throw new Error(`The page of lists has no form to send a file: ${plain(page)}`);
  }
  const data = new FormData();
  for (const [, name = '', value = ''] of inputs.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)) {
    data.append(decoded(name), decoded(value));
  }
  data.append('file', new Blob([new Uint8Array(file)], { type: 'text/csv' }), 'registre.csv');
  const answer = await fetch(decoded(action), { method: 'POST', body: data, redirect: 'manual' });
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`The list was answered ${answer.status}: ${await answer.text()}`);
  return new URL(location).pathname;
}

function decoded(attribute: string): string {
  return attribute
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function plain(page: string): string {
  return page
    .replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 400);
}
