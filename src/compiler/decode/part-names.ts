// Names of the parts that every page is made of, each of which a site may replace: the components of `src/site/`.
// Of what else `components` names, bodies make use.

export const partNames: readonly string[] = [
  'AbsentField',
  'Brand',
  'Breadcrumb',
  'BreakableName',
  'CodePanel',
  'CodePanels',
  'Contents',
  'ContentsList',
  'EntitySection',
  'Head',
  'Header',
  'Heading',
  'LanguageLink',
  'LanguageName',
  'LanguageTabs',
  'LetterList',
  'MissingLanguage',
  'Navigation',
  'PreviousNext',
  'PropertyTable',
  'SearchButton',
  'SectionList',
  'Signature',
  'ThemeSwitch',
];
