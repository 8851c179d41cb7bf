/** One mail of Posthouse itself to one person. */
export interface SystemMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same key within 24 h sends nothing more: the first mail stands. */
  readonly idempotencyKey: string;
}

/**
 * Carries invitations, password resets and notices: once `send` resolves, the mail is accepted for
 * good and will be delivered. Never to be called within a transaction.
 */
export interface Postman {
  send(mail: SystemMail): Promise<void>;
}
