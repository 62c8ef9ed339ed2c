// The names of SVG that a picture may use: an allow list, so that what browsers learn to run tomorrow is refused today.

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

export const svgNamespace = 'http://www.w3.org/2000/svg';

/** Elements that draw, describe or animate. Not here: `script`, `foreignObject`, `feImage`, `handler`, `iframe` and the like. */
export const pictureElements = words(`
  svg g defs symbol use switch view a title desc metadata style
  path rect circle ellipse line polyline polygon text tspan textPath image
  linearGradient radialGradient stop pattern clipPath mask marker
  filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
  feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology
  feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
  animate animateColor animateMotion animateTransform mpath set
`);

/** Attributes without a namespace; `aria-*` and `data-*` come on top. Their values are looked at too. */
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
  tableValues target targetX targetY text-align text-anchor text-decoration text-overflow text-rendering textLength title
  to transform transform-box transform-origin type unicode-bidi values vector-effect version viewBox viewTarget
  visibility white-space width word-spacing writing-mode x x1 x2 xChannelSelector y y1 y2 yChannelSelector z zoomAndPan
  bordercolor borderopacity gridtolerance guidetolerance objecttolerance pagecolor showgrid
`);

/** Attributes of other namespaces that SVG itself defines, by namespace. */
export const foreignAttributes: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['http://www.w3.org/XML/1998/namespace', words('space lang')],
  ['http://www.w3.org/1999/xlink', words('href type title show role actuate arcrole')],
]);

/** Namespaces of drawing programs: notes of theirs that browsers pass over. */
export const editorNamespaces = words(`
  http://creativecommons.org/ns# http://web.resource.org/cc/ http://purl.org/dc/elements/1.1/ http://purl.org/dc/terms/
  http://www.w3.org/1999/02/22-rdf-syntax-ns# http://www.inkscape.org/namespaces/inkscape
  http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd http://inkscape.sourceforge.net/DTD/sodipodi-0.dtd
  http://krita.org/namespaces/svg/krita http://www.bohemiancoding.com/sketch/ns http://www.figma.com/figma/ns
  http://www.serif.com/ http://www.vector.evaxdesign.sk https://boxy-svg.com http://svgjs.com/svgjs
  http://svgjs.dev/svgjs http://taptrix.com/vectorillustrator/svg_extensions http://xmlns.graphicsmagick.org
  http://schemas.microsoft.com/visio/2003/SVGExtensions/ http://ns.adobe.com/AdobeIllustrator/10.0/
  http://ns.adobe.com/AdobeSVGViewerExtensions/3.0/ http://ns.adobe.com/Extensibility/1.0/ http://ns.adobe.com/Flows/1.0/
  http://ns.adobe.com/GenericCustomNamespace/1.0/ http://ns.adobe.com/Graphs/1.0/ http://ns.adobe.com/ImageReplacement/1.0/
  http://ns.adobe.com/SaveForWeb/1.0/ http://ns.adobe.com/Variables/1.0/ http://ns.adobe.com/XPath/1.0/ http://ns.adobe.com/xap/1.0/
  http://ns.adobe.com/pdf/1.3/ http://ns.adobe.com/xap/1.0/mm/ http://ns.adobe.com/illustrator/1.0/
`);

/** Elements of an icon that are drawn, and what their paint refers to. None of them can cost more than its own size. */
export const iconElements = words('g path rect circle ellipse line polyline polygon defs linearGradient radialGradient stop');

/** Elements that an icon may have and that are left out of what is drawn. */
export const iconNotes = words('title desc metadata');

/** Attributes of icons, the root's included. Not here: clip paths, masks, patterns, filters, markers, dashes, references. */
export const iconAttributes = words(`
  id d x y x1 x2 y1 y2 cx cy r rx ry fx fy width height points transform opacity color
  fill fill-opacity fill-rule clip-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity
  offset stop-color stop-opacity gradientUnits gradientTransform spreadMethod
`);

/** Attributes that change nothing of a drawn icon. */
export const iconNoteAttributes = words(`
  xmlns viewBox width height x y version baseProfile preserveAspectRatio class role focusable lang xml:space xml:lang
  shape-rendering enable-background color-interpolation vector-effect
`);
