import { join } from 'node:path';
import type { Work } from '../../works.js';
import type { System } from '../system.js';
import { OpenDkim } from './opendkim.js';
import { Postfix, type PostfixOptions } from './postfix.js';

/** Postfix that has OpenDKIM sign what it accepts. */
export class PostfixWithOpenDkim implements System {
  readonly name = 'postfix+opendkim';
  private readonly milter: OpenDkim;
  private readonly postfix: Postfix;

  constructor(options: PostfixOptions) {
    this.milter = new OpenDkim(join(options.folder, 'opendkim'));
    this.postfix = new Postfix(options, this.milter.socket);
  }

  get port(): number {
    return this.postfix.port;
  }

  get roots(): readonly number[] {
    return [...this.postfix.roots, ...(this.milter.pid === null ? [] : [this.milter.pid])];
  }

  async start(): Promise<void> {
    await this.milter.start();
    await this.postfix.start();
  }

  signaturesOf({ isSigned }: Work): number {
    return isSigned ? 1 : 0;
  }

  async stop(): Promise<void> {
    await this.postfix.stop();
    await this.milter.stop();
  }
}
