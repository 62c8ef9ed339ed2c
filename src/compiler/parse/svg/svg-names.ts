// The names of SVG that a picture may use. This is an allow list, so that new active elements of browsers are refused.

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

export const svgNamespace = 'http://www.w3.org/2000/svg';

export const htmlNamespace = 'http://www.w3.org/1999/xhtml';

/**
 * Elements that draw, describe or animate. Not allowed: `script`, `feImage`, `handler`, `iframe`, `font-face-uri`, ….
 */
export const pictureElements = words(`
  svg g defs symbol use switch view a title desc metadata style
  path rect circle ellipse line polyline polygon text tspan textPath image
  linearGradient radialGradient stop pattern clipPath mask marker
  filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
  feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology
  feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
  animate animateColor animateMotion animateTransform mpath set
  foreignObject flowRoot flowRegion flowDiv flowPara flowSpan flowLine solidcolor solidColor hatch hatchpath hatchPath
  meshgradient meshpatch meshrow font font-face font-face-src font-face-name missing-glyph glyph hkern vkern
`);

/** HTML elements for the text of drawing programs (in `foreignObject`). None of them loads, runs, or accepts input. */
export const pictureHtml = words(`
  body div span p br hr b i u s em strong small big sub sup mark del ins strike tt code pre kbd samp var font center
  blockquote h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td label section a
`);

/** Attributes of these HTML elements, in addition to `aria-*` and `data-*`. */
export const pictureHtmlAttributes = words(`
  id class style dir lang title role align valign width height border cellpadding cellspacing colspan rowspan bgcolor
  color face size start value nowrap href target rel tabindex
`);

/** Processing instructions of drawing programs, which browsers ignore. */
export const pictureInstructions = words('plantuml plantuml-src xpacket');

/** Attributes without a namespace, in addition to `aria-*` and `data-*`. Their values are checked too. */
export const pictureAttributes = words(`
  accumulate additive alignment-baseline amplitude attributeName attributeType azimuth baseFrequency baseProfile
  baseline-shift begin bias by calcMode class clip clip-path clip-rule clipPathUnits color color-interpolation
  color-interpolation-filters color-profile color-rendering contentScriptType contentStyleType cursor cx cy d
  diffuseConstant direction display divisor dominant-baseline dur dx dy edgeMode elevation enable-background end
  exponent externalResourcesRequired fill fill-opacity fill-rule filter filterRes filterUnits flood-color flood-opacity
  focusable font font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style
  font-variant font-variation-settings font-weight fr from fx fy glyph-orientation-horizontal
  glyph-orientation-vertical gradientTransform gradientUnits height href id image-rendering in in2 inline-size
  intercept isolation k k1 k2 k3 k4 kernelMatrix kernelUnitLength kerning keyPoints keySplines keyTimes lang
  lengthAdjust letter-spacing lighting-color limitingConeAngle line-height marker marker-end marker-mid marker-start
  markerHeight markerUnits markerWidth mask mask-type maskContentUnits maskUnits max media method min
  mix-blend-mode mode name numOctaves offset opacity operator order orient origin overflow paint-order path pathLength
  patternContentUnits patternTransform patternUnits pointer-events points pointsAtX pointsAtY pointsAtZ
  preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY rel rendering-intent repeatCount repeatDur
  requiredExtensions requiredFeatures restart result role rotate rx ry scale seed shape-inside shape-padding
  shape-rendering slope solid-color solid-opacity spacing specularConstant specularExponent spreadMethod startOffset
  stdDeviation stitchTiles stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap
  stroke-linejoin stroke-miterlimit stroke-opacity stroke-width style surfaceScale systemLanguage tabindex
  tableValues target targetX targetY text-align text-anchor text-decoration text-overflow text-rendering textLength
  title to transform transform-box transform-origin type unicode-bidi values vector-effect version viewBox viewTarget
  visibility white-space width word-spacing writing-mode x x1 x2 xChannelSelector y y1 y2 yChannelSelector z zoomAndPan
  bordercolor borderopacity gridtolerance guidetolerance objecttolerance pagecolor showgrid
  content host agent background solid-color hatchContentUnits hatchUnits pitch
  horiz-adv-x horiz-origin-x horiz-origin-y vert-adv-y vert-origin-x vert-origin-y units-per-em panose-1 ascent descent
  cap-height x-height accent-height alphabetic hanging ideographic mathematical unicode unicode-range glyph-name g1 g2
  u1 u2 bbox slope stemv stemh underline-position underline-thickness overline-position overline-thickness
  strikethrough-position strikethrough-thickness
`);

/** Attributes of other namespaces that SVG itself defines, by namespace. */
export const foreignAttributes: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['http://www.w3.org/XML/1998/namespace', words('space lang')],
  ['http://www.w3.org/1999/xlink', words('href type title show role actuate arcrole')],
]);

/** Namespaces below `w3.org` that notes of drawing programs use. */
const noteNamespaces = words(
  'http://www.w3.org/1999/02/22-rdf-syntax-ns# http://www.w3.org/2000/01/rdf-schema# http://www.w3.org/2001/SMIL20/',
);

/**
 * Whether browsers ignore a namespace: notes of a drawing program. Browsers know only namespaces of W3C and Mozilla.
 */
export function isForeign(uri: string): boolean {
  return noteNamespaces.has(uri) || (/^(?:https?:\/\/|urn:)/.test(uri) && !/w3\.org|mozilla\.org/i.test(uri));
}

/** Elements of an icon that are drawn, and gradients. None of them draws more than its own content. */
export const iconElements = words(
  'g path rect circle ellipse line polyline polygon defs linearGradient radialGradient stop',
);

/** Elements of an icon that are not drawn. */
export const iconNotes = words('title desc metadata');

/**
 * Attributes of icons and their root. Not allowed: clip paths, masks, patterns, filters, markers, dashes, references.
 */
export const iconAttributes = words(`
  id d x y x1 x2 y1 y2 cx cy r rx ry fx fy width height points transform opacity color
  fill fill-opacity fill-rule clip-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit
  stroke-opacity offset stop-color stop-opacity gradientUnits gradientTransform spreadMethod
`);

/** Attributes that do not change a drawn icon. They are left out. */
export const iconNoteAttributes = words(`
  xmlns viewBox width height x y version baseProfile preserveAspectRatio class role focusable lang xml:space xml:lang
  shape-rendering enable-background color-interpolation vector-effect
`);
