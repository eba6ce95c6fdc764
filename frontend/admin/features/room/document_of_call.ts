/** Reports whether the server has answered this page at the address of a call: its header decides whether the page may open devices. */
export function isDocumentOfCall(): boolean {
  const loaded = performance.getEntriesByType('navigation')[0]?.name;
  return !loaded || new URL(loaded).pathname.startsWith('/admin/gespraech/');
}
