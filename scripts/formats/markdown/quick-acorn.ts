/**
 * The parser of MDX's expressions, asked only where it can answer: micromark asks it at every `}` whether the expression
 * ends there, and each answer reads all from the beginning. A chart's data has thousands of them.
 */
import { Parser, type Options } from 'acorn';
import jsx from 'acorn-jsx';
import { OpenBrackets } from './open-brackets.ts';

/** Characters that are read in vain for one expression; a second and more. */
const MOST_VAIN = 20_000_000;
/** Closing braces in one expression: at each all pieces before it are put together. */
const MOST_BRACES = 4_000;
/** Signs and words that each wait for what comes behind them. */
const CHAIN = /(?:(?:[!~+-]|\b(?:typeof|void|await|new|delete|yield|async)\b)\s*){200}/;
const MOST_ARROWS = 500;

class Refused extends Error {
  readonly pos = 0;
  readonly raisedAt = -1;
}

/** Acorn's own kind of error: said to be raised at the end, it means that more is needed. */
class Unfinished extends Error {
  readonly pos: number;
  readonly raisedAt: number;
  constructor(text: string) {
    super('Unexpected end of expression');
    this.pos = text.length;
    this.raisedAt = text.length;
  }
}

const acorn = Parser.extend(jsx());
const brackets = new OpenBrackets();
let last = '';
let vain = 0;
let asked = 0;

function guarded<Result>(text: string, parse: () => Result): Result {
  if (text.length <= last.length || !text.startsWith(last)) [vain, asked] = [0, 0];
  last = text;
  if (++asked > MOST_BRACES) throw new Refused(`The expression has more than ${MOST_BRACES} closing braces`);
  const openness = brackets.look(text);
  if (openness === 'open') throw new Unfinished(text);
  if (openness === 'too deep' || CHAIN.test(text) || text.split('=>').length > MOST_ARROWS)
    throw new Refused('The expression is nested too deeply');
  try {
    return parse();
  } catch (error) {
    vain += text.length;
    if (vain > MOST_VAIN) throw new Refused('The expression is too long to be read with all its elements');
    throw error;
  }
}

export const quickAcorn = {
  parse: (text: string, options: Options) => guarded(text, () => acorn.parse(text, options)),
  parseExpressionAt: (text: string, at: number, options: Options) =>
    guarded(text, () => acorn.parseExpressionAt(text, at, options)),
};
