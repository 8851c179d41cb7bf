import { execute, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { LIMITS } from '../config/limits.js';

/** What one event is answered with; `text` is its JSON, null where it must not be shared. */
export interface Answer {
  readonly result: ExecutionResult;
  readonly text: string | null;
}

/** Answers to the newest events of one document. */
export interface AnswersOfDocument {
  of(event: object, args: ExecutionArgs): Answer | Promise<Answer>;
  /** Forgets them behind the last who wanted them. */
  leave(): void;
}

/**
 * Lets those who hear the same events through the same document share the answers: each is executed and
 * written as JSON once, by whoever comes first. An answer with an error is shared with nobody.
 */
export class SharedAnswers {
  private readonly documents = new Map<string, Shared>();

  join(text: string): AnswersOfDocument {
    const shared = this.documents.get(text) ?? { listeners: 0, answers: new Map() };
    this.documents.set(text, shared);
    shared.listeners += 1;
    let isIn = true;
    return {
      of: (event, args) => answerOf(shared.answers, event, args),
      leave: () => {
        if (!isIn) return;
        isIn = false;
        shared.listeners -= 1;
        if (shared.listeners === 0) this.documents.delete(text);
      },
    };
  }
}

type Answers = Map<object, Answer | Promise<Answer>>;

interface Shared {
  listeners: number;
  readonly answers: Answers;
}

function answerOf(answers: Answers, event: object, args: ExecutionArgs): Answer | Promise<Answer> {
  const known = answers.get(event);
  if (known instanceof Promise)
    return known.then((answer) => (answer.text === null ? answered(event, args) : answer));
  if (known) return known;
  const answering = answered(event, args);
  answers.set(event, answering);
  const [oldest] = answers.keys();
  if (answers.size > LIMITS.sharedAnswers && oldest) answers.delete(oldest);
  answering.then(
    (answer) => {
      if (answer.text === null) answers.delete(event);
      else if (answers.has(event)) answers.set(event, answer);
    },
    () => answers.delete(event),
  );
  return answering;
}

async function answered(event: object, args: ExecutionArgs): Promise<Answer> {
  const result = await execute({ ...args, rootValue: event });
  return { result, text: result.errors ? null : JSON.stringify(result) };
}
