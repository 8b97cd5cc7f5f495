/** The page is built into plain files that its server reads once: no plug-in, nothing from elsewhere. */
export default {
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { target: 'es2022', modulePreload: false, emptyOutDir: true, reportCompressedSize: false },
};
