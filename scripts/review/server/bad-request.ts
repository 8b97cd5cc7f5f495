/** A request that no page of ours sends. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
}
