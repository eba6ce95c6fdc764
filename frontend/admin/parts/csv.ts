/** Marks the text as UTF-8 for spreadsheets, which otherwise read another encoding. */
const byteOrderMark = '\uFEFF';

/** What spreadsheets compute if a cell begins with it. */
const formula = /^[=+\-@\t\r]/;

/** A phone number, which is no formula. */
const phoneNumber = /^\+[\d\s()/.-]+$/;

/** Returns a cell that no spreadsheet computes: customers write their names themselves. */
const cellOf = (text: string, separator: string): string => {
  const isFormula = !phoneNumber.test(text) && (formula.test(text.trimStart()) || formula.test(text));
  const inert = isFormula ? `'${text}` : text;
  return inert.includes(separator) || /["\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
};

/** Returns rows as a CSV file, with the separator that spreadsheets of the language expect. */
export function csvOf(rows: readonly (readonly string[])[], language: 'de' | 'en'): string {
  const separator = language === 'de' ? ';' : ',';
  return byteOrderMark + rows.map((row) => row.map((cell) => cellOf(cell, separator)).join(separator)).join('\r\n') + '\r\n';
}
