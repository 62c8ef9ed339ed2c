// Names of the parts of every page that a site may replace: components of `src/site/`. All other names in `components`
// are components for bodies.

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
