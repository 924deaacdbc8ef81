/** What can go wrong between us and Excel, told once; `issue.excel-…` has the words. */
export type ExcelFailureCode =
  | 'excel-cell-editing'
  | 'excel-protected'
  | 'excel-too-large'
  | 'excel-not-found'
  | 'excel-unsupported'
  | 'excel-busy'
  | 'excel-failed';

const BY_OFFICE_CODE: Readonly<Record<string, ExcelFailureCode>> = {
  InvalidOperationInCellEditMode: 'excel-cell-editing',
  AccessDenied: 'excel-protected',
  RequestPayloadSizeLimitExceeded: 'excel-too-large',
  ResponsePayloadSizeLimitExceeded: 'excel-too-large',
  ItemNotFound: 'excel-not-found',
  InvalidReference: 'excel-not-found',
  ApiNotFound: 'excel-unsupported',
  ApiNotAvailable: 'excel-unsupported',
  UnsupportedOperation: 'excel-unsupported',
  HostRestartNeeded: 'excel-busy',
  RequestAborted: 'excel-busy',
};

/** An Office.js error, translated once: the code has words in i18n, the statement and Office's own code are for support. */
export class ExcelFailure extends Error {
  constructor(
    readonly code: ExcelFailureCode,
    readonly officeCode: string,
    readonly location: string,
    options?: ErrorOptions,
  ) {
    super(`${officeCode} at ${location}`, options);
    this.name = 'ExcelFailure';
  }
}

interface OfficeError {
  readonly code: string;
  readonly debugInfo?: { readonly errorLocation?: string; readonly statement?: string };
}

function isOfficeError(error: unknown): error is OfficeError {
  return typeof error === 'object' && error !== null && typeof (error as { code?: unknown }).code === 'string';
}

/** The Office code of an error, or undefined for any other kind. */
export function officeCodeOf(error: unknown): string | undefined {
  return isOfficeError(error) ? error.code : undefined;
}

/** Turns what Excel.run rejects with into an ExcelFailure; errors of other kinds pass unchanged. */
export function toExcelFailure(error: unknown): unknown {
  if (error instanceof ExcelFailure || !isOfficeError(error)) return error;
  const location = error.debugInfo?.errorLocation ?? error.debugInfo?.statement ?? '';
  return new ExcelFailure(BY_OFFICE_CODE[error.code] ?? 'excel-failed', error.code, location, { cause: error });
}
