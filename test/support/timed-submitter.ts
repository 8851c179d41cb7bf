import type { Submitter } from './ledger-driver.js';
import type { Answer, Entry } from './ledger.js';

/** Notes how long each answer took, whatever it was. */
export class TimedSubmitter implements Submitter {
  constructor(
    private readonly submitter: Submitter,
    private readonly times: number[],
  ) {}

  async submit(entry: Entry): Promise<Answer> {
    const started = performance.now();
    const answer = await this.submitter.submit(entry);
    this.times.push(performance.now() - started);
    return answer;
  }

  close(): void {
    this.submitter.close();
  }
}
