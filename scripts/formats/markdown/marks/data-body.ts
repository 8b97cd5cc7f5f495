/** A line of data: an assignment, a section, a bracket, a key with a value, a remark. */
const DATA =
  /^(?:[\w."'$-]{1,80}\s{0,9}(?:=(?!=)|:)\s{0,9}\S.*|\[{1,2}[\w.'" -]+\]{1,2}|[\w."'-]{1,80}:|- ?[\w'"{[].*|[[\]{}(),;]+|\{(?:\s{0,9}["']?[\w$-]{1,80}["']?\s{0,9}[:=].*)?\}|[#;].*|\/\/.*|\$ .*|[\w$]+(?:\.[\w$]+)*\(.*\);?|[^.!?]*(?:[{}[\],]|(?<!&#?\w{1,20});))$/;
/** Of these one has to be there: a list or a remark alone may be prose. */
const SURE =
  /^(?:[\w."'$-]+\s*=(?!=)\s*\S|\[{1,2}[\w.'"-]+\]{1,2}$|[\w."'-]{1,80}:$|[{}[\]]+[,;]?$|\{(?:\s{0,9}["']?[\w$-]{1,80}["']?\s{0,9}[:=].*)?\}$|\$ \S|[\w$]+(?:\.[\w$]+)*\(.*\);?$|"[^"]+"\s*:|[^.!?]*(?:\{|(?<!&#?\w{1,20});)$)/;
/** Shortcodes and other tags in it say nothing of it. */
const TAGS = /\{\{(?:(?!\}\})[^]){1,2000}\}\}/g;
const KEY = /^[a-z_][\w.-]*:\s/;

/** Whether the body of a shortcode is data or code: each of its lines looks so, and one of them surely does. */
export function isData(body: string): boolean {
  const lines = body
    .replace(TAGS, '')
    .split('\n')
    .map((line) => line.replace(/^(?:[ \t]*>)+/, '').trim())
    .filter((line) => line !== '' && line !== '---' && line !== '+++');
  if (lines.length === 0 || !lines.every((line) => DATA.test(line))) return false;
  return lines.some((line) => SURE.test(line)) || (lines.length > 1 && lines.every((line) => KEY.test(line)));
}
