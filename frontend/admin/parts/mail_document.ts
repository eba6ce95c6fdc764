/**
 * Returns an email as a document that our content security policy lets us show: its style sheet has the nonce, and no element has styles of its own,
 * which are for mail programs that take none from the head. The server escapes quotes and brackets in all texts.
 */
export const mailDocument = (html: string, nonce: string): string => html.replaceAll(/ style="[^"]*"/g, '').replace('<style>', `<style nonce="${nonce}">`);
