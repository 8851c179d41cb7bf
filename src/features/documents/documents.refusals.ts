import { Refusal } from '../../platform/refusal.js';

/** An organization keeps a bounded number of documents. */
export class TooManyDocuments extends Refusal {
  readonly kind = 'invalid';
  override readonly path = ['input', 'documents'];
  constructor(readonly max: number) {
    super(`An organization may keep at most ${max} documents`);
  }
}

/** The text is no operation that this API would run. */
export class InvalidDocument extends Refusal {
  readonly kind = 'invalid';
  override readonly path: readonly string[];
  constructor(reason: string, index: number) {
    super(reason);
    this.path = ['input', 'documents', String(index)];
  }
}
