import type { MessageKey, MessageParams } from '../i18n/translate';

/** Something to say in the user's language: a phrase and what fills it. */
export interface Remark {
  readonly key: MessageKey;
  readonly params: MessageParams;
}

/** What is wrong with the words or the file. */
export class ForecastCommandError extends Error {
  readonly remarks: readonly Remark[];

  constructor(key: MessageKey, params: MessageParams = {}, others: readonly Remark[] = []) {
    super(key);
    this.remarks = [{ key, params }, ...others];
  }
}
