import { gzipSync } from 'node:zlib';

/** Bytes as they travel, compressed by gzip. */
export interface WebSizes {
  readonly pages: readonly PageSize[];
}

export interface PageSize {
  /** Its HTML file, without ending. */
  readonly page: string;
  /** Scripts it may need, but those of softphones of AWS, which only a desk in AWS loads. */
  readonly bytes: number;
  readonly styles: number;
  readonly budget: number;
}

/** A build's `manifest.json`: chunks by the file they come from. */
export type Manifest = Readonly<Record<string, ManifestChunk>>;

interface ManifestChunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}

const kilobyte = 1024;
/** Compressed script of each page; what is not said here is like the supervision. */
const budgets: Readonly<Record<string, number>> = { poste: 600 * kilobyte };
const usualBudget = 400 * kilobyte;
/** amazon-connect-streams and what it brings. */
const softphoneOfAws = /streams-softphone|amazon-connect-streams/;

export function isManifest(value: unknown): value is Manifest {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((one) => typeof one === 'object' && one !== null && typeof one.file === 'string')
  );
}

/** What each page weighs; `read` gives a file of the build. */
export function pageSizes(manifest: Manifest, read: (file: string) => Uint8Array): WebSizes {
  const weights = new Map<string, number>();
  const weigh = (file: string): number => {
    const known = weights.get(file) ?? gzipSync(read(file)).length;
    weights.set(file, known);
    return known;
  };
  const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + weigh(file), 0);
  const pages = Object.entries(manifest)
    .filter(([, { isEntry }]) => isEntry === true)
    .map(([source]) => {
      const chunks = reached(manifest, source);
      const page = source.replace(/\.html$/, '');
      return {
        page,
        bytes: sum(new Set(chunks.map(({ file }) => file))),
        styles: sum(new Set(chunks.flatMap(({ css = [] }) => css))),
        budget: budgets[page] ?? usualBudget,
      };
    });
  return { pages };
}

function reached(manifest: Manifest, entry: string): ManifestChunk[] {
  const seen = new Set<string>();
  const open = [entry];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const chunk = manifest[name];
    if (chunk === undefined || seen.has(name)) continue;
    seen.add(name);
    const later = (chunk.dynamicImports ?? []).filter((one) => !softphoneOfAws.test(one));
    open.push(...(chunk.imports ?? []), ...later);
  }
  return [...seen].flatMap((name) => manifest[name] ?? []);
}
