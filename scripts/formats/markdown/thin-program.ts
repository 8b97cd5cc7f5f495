/**
 * What is left of a parsed piece of JavaScript: the strings in the data of an attribute, as they are where readers see them.
 * The parser finds the place of each node, and each costs it time with the number of lines.
 */
import type { Expression, Node, Program } from 'acorn';

/** Leaves the statements, and of imports the names that they bring. */
export function thinProgram(program: Program): Program {
  for (const statement of program.body) if (statement.type !== 'ImportDeclaration') strip(statement);
  return program;
}

/**
 * Leaves objects and lists that hold strings, and of the outermost object what is in it.
 * @returns how many strings are left
 */
export function thinExpression(expression: Expression): number {
  if (expression.type === 'ParenthesizedExpression') return thinExpression(expression.expression);
  if (expression.type === 'ObjectExpression') {
    const values = expression.properties.flatMap((property) => (property.type === 'Property' ? [property.value] : []));
    return values.reduce((sum, value) => sum + stringsLeft(value), 0);
  }
  return stringsLeft(expression);
}

/** Takes away what holds no string with words, and counts what is left. */
function stringsLeft(node: Expression): number {
  if (node.type === 'Literal') return typeof node.value === 'string' && /\p{L}/u.test(node.value) ? 1 : 0;
  if (node.type === 'ParenthesizedExpression') return stringsLeft(node.expression);
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0)
    return /\p{L}/u.test(node.quasis[0]?.value.raw ?? '') ? 1 : 0;
  let sum = 0;
  const isKept = (inner: Expression): boolean => {
    const own = stringsLeft(inner);
    sum += own;
    return own > 0;
  };
  if (node.type === 'ArrayExpression') {
    const elements = node.elements.filter((one) => one !== null && one.type !== 'SpreadElement' && isKept(one));
    Object.assign(node, { elements });
  } else if (node.type === 'ObjectExpression') {
    const properties = node.properties.filter((one) => one.type === 'Property' && isKept(one.value));
    Object.assign(node, { properties });
  } else strip(node);
  return sum;
}

function strip(node: Node): void {
  for (const [name, value] of Object.entries(node)) {
    if (typeof value === 'object' && name !== 'loc' && name !== 'range') Reflect.deleteProperty(node, name);
  }
}
