/**
 * Levenshtein distance between two runs of token numbers: insertions, deletions and substitutions cost 1.
 * Only the diagonal band that `limit` allows is computed.
 * @param a,b arrays that hold the runs; `aStart`, `aLength`, `bStart`, `bLength` say where.
 * @param limit the largest distance of interest.
 * @returns the distance, or `limit + 1` when it is larger than `limit`.
 */
export function editDistance(a, aStart, aLength, b, bStart, bLength, limit) {
    const [shorter, longer] = aLength < bLength ? [aLength, bLength] : [bLength, aLength];
    if (longer - shorter > limit)
        return limit + 1;
    let head = 0;
    while (head < shorter && a[aStart + head] === b[bStart + head])
        head++;
    let tail = 0;
    while (tail < shorter - head && a[aStart + aLength - 1 - tail] === b[bStart + bLength - 1 - tail])
        tail++;
    const rows = aLength - head - tail;
    const columns = bLength - head - tail;
    if (rows === 0 || columns === 0)
        return longer - shorter;
    const far = limit + 1;
    if (row.length <= columns)
        row = new Int32Array(2 * columns + 2);
    for (let column = 0; column <= columns; column++)
        row[column] = column <= limit ? column : far;
    for (let line = 1; line <= rows; line++) {
        const token = a[aStart + head + line - 1];
        const first = Math.max(1, line - limit);
        const last = Math.min(columns, line + limit);
        // `row` holds the line above until a cell is overwritten; cells left of and right of the band are too far anyway.
        let diagonal = row[first - 1] ?? far;
        let left = first === 1 && line <= limit ? line : far;
        row[first - 1] = left;
        let least = left;
        for (let column = first; column <= last; column++) {
            const above = column === line + limit ? far : (row[column] ?? far);
            let cost = token === b[bStart + head + column - 1] ? diagonal : diagonal + 1;
            if (above + 1 < cost)
                cost = above + 1;
            if (left + 1 < cost)
                cost = left + 1;
            diagonal = row[column] ?? far;
            row[column] = left = cost;
            if (cost < least)
                least = cost;
        }
        if (least > limit)
            return far;
    }
    return Math.min(row[columns] ?? far, far);
}
/** Kept between calls: one is made for nearly every candidate of a lookup. */
let row = new Int32Array(64);
