/** A node begins. */
export const begin = (create) => function (token) {
    this.enter(create(), token);
};
/** A node begins whose value is the text inside it. */
export const buffered = (create) => function (token) {
    this.enter(create(), token);
    this.buffer();
};
/** A node ends. */
export const end = function (token) {
    this.exit(token);
};
/** Text begins that belongs to a node, not into it. */
export const buffer = function () {
    this.buffer();
};
