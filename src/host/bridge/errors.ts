/** Error codes that Excel documents for its JavaScript API (Excel.ErrorCodes, and the runtime's own). */
export const ERROR_MESSAGES = {
  AccessDenied: 'You cannot perform the requested operation.',
  ApiNotFound: 'The API you are trying to use could not be found. It may be available in a newer version of Excel.',
  GeneralException: 'There was an internal error while processing the request.',
  Conflict: 'Request could not be processed because of a conflict.',
  InsertDeleteConflict: 'The insert or delete operation attempted resulted in a conflict.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidObjectPath: 'The object path is not valid.',
  InvalidOperation: 'The operation attempted is invalid on the object.',
  InvalidOperationInCellEditMode:
    'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
  InvalidReference: 'This reference is not valid for the current operation.',
  InvalidRequest: 'Cannot process the request.',
  InvalidSelection: 'The current selection is invalid for this operation.',
  ItemAlreadyExists: 'A resource with the same name or identifier already exists.',
  ItemNotFound: "The requested resource doesn't exist.",
  MergedRangeConflict:
    "Cannot complete the operation. A table can't overlap with a PivotTable report, query results, a table, merged cells, or an XML Map.",
  NonBlankCellOffSheet:
    "Microsoft Excel can't insert new cells because it would push non-empty cells off the end of the worksheet.",
  NotImplemented: "The requested feature isn't implemented.",
  RangeExceedsLimit: 'The cell count in the range has exceeded the maximum supported number.',
  RequestAborted: 'The request was aborted during run time.',
  RequestPayloadSizeLimitExceeded: 'The request payload size has exceeded the limit.',
  ResponsePayloadSizeLimitExceeded: 'The response payload size has exceeded the limit.',
  UnsupportedOperation: 'The operation being attempted is not supported.',
} as const;

export type ErrorName = keyof typeof ERROR_MESSAGES;

/** Codes that reach the add-in: those Excel documents, and any a test injects by name. */
export const DOCUMENTED_CODES: ReadonlySet<string> = new Set(Object.keys(ERROR_MESSAGES));

/** A failed action: becomes the `Error` of the answer, and the client's RichApi.Error. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message ?? (ERROR_MESSAGES as Readonly<Record<string, string>>)[code] ?? code);
    this.name = 'HostError';
  }
}

/** Ends the current action with one of Excel's codes. */
export function fail(code: ErrorName, message?: string): never {
  throw new HostError(code, message);
}
