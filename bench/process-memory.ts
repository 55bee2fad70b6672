import { readdirSync, readFileSync } from 'node:fs';

/** Follows the memory of this process and its children, worker threads included. */
export class ProcessMemory {
  #peakMb = 0;
  readonly #timer = setInterval(() => this.sample(), 100);

  /** Greatest sum of resident memory seen, in megabytes (10^6 bytes). */
  get peakMb(): number {
    return this.#peakMb;
  }

  sample(): void {
    const children = readdirSync(`/proc/${process.pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${process.pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    );
    const bytes = children.reduce((sum, child) => sum + residentBytes(child), process.memoryUsage.rss());
    this.#peakMb = Math.max(this.#peakMb, bytes / 1e6);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

function residentBytes(process: string): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return 0;
    throw error;
  }
}
