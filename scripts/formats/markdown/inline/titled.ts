/** A title that is Docsify's options: `':include :type=code'`, `':ignore'`, `':size=50x100'`. */
const OPTIONS =
  /^(?::(?:include|ignore|disabled|no-zoom|crossorgin|target|id|class|size|type|fragment|omit-fragment)(?:=\S*)?(?:\s+|$))+$/;

/** Whether a link's title says something to Docsify alone. */
export function isOptions(title: string): boolean {
  return OPTIONS.test(title);
}

/** What a signature says of a title: whether there is one. */
export function titled(title: string | null | undefined): string {
  return title === null || title === undefined || title === '' ? '' : ' "';
}
