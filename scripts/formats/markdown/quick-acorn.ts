/**
 * The parser of MDX's expressions, asked only where it can answer: micromark asks it at every `}` whether the expression
 * ends there, and each answer reads all from the beginning. A chart's data has thousands of them.
 */
import { Parser, type Options } from 'acorn';
import jsx from 'acorn-jsx';
import { showInnerBraces } from './inner-braces.ts';
import { OpenBrackets } from './open-brackets.ts';
import { thinExpression, thinProgram } from './thin-program.ts';

/** Characters that are read in vain for one expression; less than a second. */
const MOST_VAIN = 1_000_000;
/** Strings in the data of an attribute, times its lines: for each of them the parser looks for its line. */
const MOST_PLACES = 25_000_000;
/** Statements of a block of imports and exports, times its lines: the same. */
const MOST_STATEMENT_PLACES = 10_000_000;
/** Closing braces in one expression: at each all pieces before it are put together. */
const MOST_BRACES = 4_000;
/** Signs and words that each wait for what comes behind them. */
const CHAIN = /(?:(?:[!~+-]|\b(?:typeof|void|await|new|delete|yield|async)\b)\s*){200}/;
const MOST_ARROWS = 500;

/** An expression that is not read at all: what calls the parser asks an error for its place, and then nobody goes on. */
export class RefusedExpression extends Error {
  readonly reason: string;
  /** The first line of what was refused. */
  readonly beginning: string;
  constructor(message: string, text: string) {
    super(message);
    this.reason = message;
    this.beginning = text.split('\n', 1)[0] ?? '';
  }
  get pos(): number {
    throw this;
  }
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

function guarded<Result>(given: string, parse: (text: string) => Result): Result {
  const text = showInnerBraces(given);
  if (text.length <= last.length || !text.startsWith(last)) [vain, asked] = [0, 0];
  last = text;
  if (++asked > MOST_BRACES)
    throw new RefusedExpression(`The expression has more than ${MOST_BRACES} closing braces`, text);
  const openness = brackets.look(text);
  if (openness === 'open') throw new Unfinished(text);
  if (openness === 'too deep' || CHAIN.test(text) || text.split('=>').length > MOST_ARROWS)
    throw new RefusedExpression('The expression is nested too deeply', text);
  try {
    return parse(text);
  } catch (error) {
    vain += text.length;
    if (vain > MOST_VAIN)
      throw new RefusedExpression('The expression is too long to be read with all its elements', text);
    throw error;
  }
}

/** Comments are nothing to anybody. */
const quiet = ({ onComment: _onComment, ...options }: Options): Options => options;

export const quickAcorn = {
  parse: (text: string, options: Options) =>
    guarded(text, (shown) => {
      const program = acorn.parse(shown, quiet(options));
      if (program.body.length * shown.split('\n').length > MOST_STATEMENT_PLACES)
        throw new RefusedExpression('The block has too many imports and exports', shown);
      return thinProgram(program);
    }),
  parseExpressionAt: (text: string, at: number, options: Options) =>
    guarded(text, (shown) => {
      const expression = acorn.parseExpressionAt(shown, at, quiet(options));
      if (thinExpression(expression) * shown.split('\n').length > MOST_PLACES)
        throw new RefusedExpression('The expression has too many texts on too many lines', shown);
      return expression;
    }),
};
