import type { ChannelLine } from './channel-transport.ts';

/** What the main thread gives a Lambda worker at birth. */
export interface WorkerBirth {
  readonly clock: SharedArrayBuffer;
  readonly seed: string;
  /** Folder of compiled code, kept between runs. */
  readonly compileCache: string;
  /** Absolute path of the unpacked code. */
  readonly codeFolder: string;
  /** `file.export`, as the template's Handler property. */
  readonly handler: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
  readonly timeoutMs: number;
  readonly lines: readonly ChannelLine[];
}

export interface WorkerRequest {
  /** Lane of the invocation: its key. */
  readonly key: string;
  readonly requestId: string;
  /** JSON text. */
  readonly payload: string;
}

export interface WorkerError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

export type WorkerMessage =
  | { readonly type: 'ready' }
  /** The code could not be loaded. */
  | { readonly type: 'failed'; readonly error: WorkerError }
  | { readonly type: 'answer'; readonly payload: string }
  | { readonly type: 'error'; readonly error: WorkerError }
  | { readonly type: 'log'; readonly text: string };
