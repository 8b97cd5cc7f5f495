/**
 * How many tokens a person has to insert, take out or replace to turn one text into the other: Levenshtein's distance.
 * A moved word counts twice, as in word error rate; TER would count a moved phrase once, which says little to an editor.
 */
export function tokenEdits(from: readonly string[], to: readonly string[]): number {
  let above = to.map((_, index) => index + 1);
  for (const [line, token] of from.entries()) {
    let [diagonal, left] = [line, line + 1];
    above = above.map((up, column) => {
      const cost = Math.min(token === to[column] ? diagonal : diagonal + 1, up + 1, left + 1);
      diagonal = up;
      left = cost;
      return cost;
    });
  }
  return above.at(-1) ?? from.length;
}
