// The words of generated sites: plain English, about an invented product.

/** One section each. */
export const topics = [
  'billing',
  'shipping',
  'inventory',
  'catalog',
  'identity',
  'messaging',
  'analytics',
  'payroll',
  'scheduling',
  'compliance',
  'storage',
  'support',
  'marketing',
  'travel',
  'lending',
  'insurance',
  'logistics',
  'hiring',
  'learning',
  'ticketing',
  'fleet',
  'energy',
  'clinic',
  'property',
  'banking',
  'media',
  'venue',
  'security',
  'telemetry',
  'commerce',
] as const;

/** Nouns for the objects of a section. */
export const nouns = [
  'account',
  'agreement',
  'alert',
  'assignment',
  'attachment',
  'batch',
  'channel',
  'contract',
  'delivery',
  'device',
  'document',
  'extract',
  'filter',
  'grant',
  'group',
  'invoice',
  'job',
  'label',
  'location',
  'member',
  'message',
  'note',
  'order',
  'payment',
  'plan',
  'policy',
  'profile',
  'quote',
  'receipt',
  'refund',
  'region',
  'report',
  'request',
  'reservation',
  'route',
  'rule',
  'session',
  'statement',
  'template',
  'transfer',
] as const;

/** Prefixes for nouns, used if a section has more objects than there are nouns. */
export const qualities = [
  'archived',
  'bulk',
  'custom',
  'draft',
  'external',
  'internal',
  'linked',
  'master',
  'partner',
  'pending',
  'regional',
  'scheduled',
  'shared',
] as const;

export type ScalarType = 'string' | 'integer' | 'boolean' | 'time';

/** Fields that any object may have: name, type, and what the field is. */
export const scalarFields: readonly (readonly [name: string, type: ScalarType, meaning: string])[] = [
  ['name', 'string', 'human-readable name'],
  ['external_id', 'string', 'identifier in your own system'],
  ['reference_number', 'string', 'number printed on documents'],
  ['amount', 'integer', 'amount in the smallest unit of the currency'],
  ['currency', 'string', 'three-letter currency code in lower case'],
  ['quantity', 'integer', 'number of units'],
  ['priority', 'integer', 'position in the queue, where lower values come first'],
  ['is_archived', 'boolean', 'mark that hides it from lists'],
  ['is_test', 'boolean', 'mark of records made in the sandbox'],
  ['locale', 'string', 'language and region of the texts that are sent'],
  ['time_zone', 'string', 'time zone in which days begin and end'],
  ['starts_at', 'time', 'time from which it takes effect'],
  ['ends_at', 'time', 'time at which it stops taking effect'],
  ['reviewed_at', 'time', 'time of the last manual review'],
  ['expires_at', 'time', 'time after which it can no longer be used'],
  ['email', 'string', 'address that notifications are sent to'],
  ['phone_number', 'string', 'telephone number in international format'],
  ['website_url', 'string', 'address of the public website'],
  ['callback_url', 'string', 'address that is called when it changes'],
  ['retry_count', 'integer', 'number of attempts so far'],
  ['version', 'integer', 'counter that grows with each change'],
  ['memo', 'string', 'short text for colleagues'],
  ['owner_email', 'string', 'address of the person in charge'],
  ['cost_center', 'string', 'account that the costs are booked on'],
  ['tax_rate', 'integer', 'tax in hundredths of a percent'],
  ['is_verified', 'boolean', 'result of the latest verification'],
  ['checksum', 'string', 'digest of the uploaded bytes'],
  ['byte_size', 'integer', 'size in bytes'],
];

/** Subjects of enumerations. */
export const enumFields: readonly (readonly [name: string, meaning: string])[] = [
  ['status', 'stage of its life'],
  ['category', 'kind of activity it belongs to'],
  ['reason_code', 'reason for the latest change'],
  ['provider', 'service that handles it'],
  ['source', 'place where it was first recorded'],
];

/** Objects inside objects, with the fields they hold. */
export const nestedFields: readonly (readonly [name: string, meaning: string, children: typeof scalarFields])[] = [
  [
    'address',
    'postal address',
    [
      ['street', 'string', 'street with the number of the house'],
      ['city', 'string', 'name of the city'],
      ['postal_code', 'string', 'postal code as it is written in the country'],
      ['country', 'string', 'two-letter country code'],
    ],
  ],
  [
    'limits',
    'limits that are enforced',
    [
      ['daily', 'integer', 'most per calendar day'],
      ['monthly', 'integer', 'most per calendar month'],
      ['per_request', 'integer', 'most in a single request'],
      ['is_strict', 'boolean', 'choice to refuse rather than to warn'],
    ],
  ],
  [
    'contact',
    'person to talk to',
    [
      ['full_name', 'string', 'first and last name'],
      ['work_email', 'string', 'address at work'],
      ['mobile_number', 'string', 'mobile number in international format'],
      ['is_primary', 'boolean', 'mark of the person who is asked first'],
    ],
  ],
  [
    'window',
    'period of time',
    [
      ['opens_at', 'time', 'first moment of the period'],
      ['closes_at', 'time', 'first moment after the period'],
      ['grace_days', 'integer', 'days that are added for late arrivals'],
      ['is_recurring', 'boolean', 'choice to begin again after the end'],
    ],
  ],
];

/** Values of enumerations are one word of each list. */
export const enumStems = [
  'Acorn',
  'Beacon',
  'Cobalt',
  'Delta',
  'Ember',
  'Fjord',
  'Granite',
  'Harbor',
  'Indigo',
  'Juniper',
  'Keystone',
  'Lumen',
  'Meridian',
  'Nimbus',
  'Onyx',
  'Pioneer',
  'Quartz',
  'Rowan',
  'Summit',
  'Tundra',
] as const;
export const enumEndings = ['Direct', 'Manual', 'Legacy', 'Partner', 'Managed', 'Shared', 'Trial', 'Preview'] as const;

/** Ends of sentences: “The name of the invoice, …”. */
export const clauses = [
  'as it was when the record was created',
  'which never changes afterwards',
  'which you may change at any time',
  'as reported by the provider',
  'which appears in exports and statements',
  'as seen by members with the reader role',
  'which is copied to every related record',
  'as long as the account is in good standing',
  'which is checked before anything is sent',
  'even if the sandbox is used',
  'which older clients ignore',
  'as agreed when the plan was chosen',
] as const;

/** Sentences after the first. */
export const remarks = [
  'Empty until the first run has finished.',
  'Changes are visible in the audit log within a minute.',
  'Values longer than 255 characters are refused with `422`.',
  'Set it to `null` to go back to the default.',
  'Two records of the same account never share this value.',
  'The sandbox fills it with a **made-up** value.',
  'White space at both ends is removed.',
  'It is compared without regard to case.',
  'Webhooks carry the value before and after the change.',
  'Only members with the `admin` role may set it.',
  'Do not parse it: its form may change.',
  'Requests that leave it out keep the stored value.',
] as const;

/** A page's prose, one paragraph a line however long; `{one}` and `{many}` stand for its object. */
export const paragraphs = [
  'Most teams create {many} from a background job, so that a slow network does not keep a reader waiting. The ' +
    'request is safe to repeat as long as it carries the same idempotency key.',
  'A {one} belongs to exactly one account. Moving it to another account copies it and closes the original, ' +
    'with a link from the old record to the new one.',
  'Numbers are exact: they are never rounded, and amounts are given in the smallest unit of the currency. ' +
    'Times are in UTC, down to the millisecond.',
  'When a {one} is archived it stays readable for ninety days. After that only its identifier, its dates and ' +
    'the entries of the audit log remain.',
  'Lists of {many} are ordered by the time of creation, the latest first. New entries that arrive while you ' +
    'are reading do not shift the pages you have not read yet.',
  'In the sandbox every {one} is accepted without a check. Use values that end in `-fail` to see how your code ' +
    'handles a refusal.',
  'Members with the `reader` role see {many} without personal data; everything else about the response stays the same.',
] as const;

/** Free-text values in samples. */
export const sampleWords = [
  'north',
  'harbor',
  'paper',
  'silver',
  'garden',
  'winter',
  'copper',
  'orchard',
  'signal',
  'meadow',
  'lantern',
  'river',
] as const;
