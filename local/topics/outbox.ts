import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Email {
  /** Virtual ISO instant. */
  readonly at: string;
  readonly topicArn: string;
  readonly to: string;
  readonly subject: string;
  readonly message: string;
  readonly messageId: string;
}

/** E-mails that the world would have sent, one JSON line each. Begun anew with the process: a replay writes them again. */
export class Outbox {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
  }

  add(email: Email): void {
    appendFileSync(this.#file, `${JSON.stringify(email)}\n`);
  }

  emails(): readonly Email[] {
    const lines = readFileSync(this.#file, 'utf8').split('\n');
    return lines.filter((line) => line !== '').map((line): Email => JSON.parse(line));
  }
}
