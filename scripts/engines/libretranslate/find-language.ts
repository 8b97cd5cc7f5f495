/**
 * Which of a server's languages a tag means: servers name variants in their own ways (`pt-BR` or `pb`, `zh-Hant` or
 * `zt`). A source may have no way to a target that another of its names has; the nearest name counts.
 */
export function findLanguage<Language extends { readonly code: string }>(
  tag: string,
  languages: readonly Language[],
): Language | undefined {
  const { language, script, region } = new Intl.Locale(tag).maximize();
  const aliases = language === 'pt' && region === 'BR' ? ['pb'] : script === 'Hant' ? ['zt'] : [];
  const names = [tag, `${language}-${script}`, `${language}-${region}`, ...aliases, language];
  return names
    .map((name) => languages.find(({ code }) => code.toLowerCase() === name.toLowerCase()))
    .find((found) => found !== undefined);
}
